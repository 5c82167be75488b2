package kz.ortaq.extractor;

/**
 * What is asked for: the text of one file.
 *
 * @param path where the file lies
 * @param name what the file is called, which tells a format that its bytes do not
 * @param characters how many characters of text are wanted at most
 */
record Request(String path, String name, int characters) {}
