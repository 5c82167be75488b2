package kz.ortaq.extractor;

import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.OldFileFormatException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.ZeroByteFileException;

/** What a library is told about a document that a parser gave up on. */
final class Failures {

    private static final String ENCRYPTED = "document-encrypted";
    // Office keeps an encrypted document in a container of its own type.
    private static final String PROTECTED_OFFICE = "application/x-tika-ooxml-protected";

    private Failures() {}

    /** The problem that a parser's complaint amounts to. */
    static Answer.Problem of(Throwable thrown) {
        Throwable deepest = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            deepest = cause;
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof InvalidPasswordException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return new Answer.Problem(ENCRYPTED, "");
            }
            if (cause instanceof ZeroByteFileException) {
                return new Answer.Problem("document-empty", "0");
            }
            if (cause instanceof HelperMissing) {
                return new Answer.Problem("document-needs-program", described(cause));
            }
            if (cause instanceof UnsupportedFormatException || cause instanceof OldFileFormatException) {
                return new Answer.Problem("document-unsupported", described(cause));
            }
        }
        if (deepest instanceof StackOverflowError) {
            return new Answer.Problem("document-broken", "nested too deeply");
        }
        return new Answer.Problem("document-broken", described(deepest));
    }

    /** The problem of a file of which no parser of ours takes text. */
    static Answer.Problem unsupported(String mediaType) {
        return mediaType.equals(PROTECTED_OFFICE)
                ? new Answer.Problem(ENCRYPTED, "")
                : new Answer.Problem("document-unsupported", mediaType);
    }

    static boolean isEncrypted(Answer.Problem problem) {
        return problem.code().equals(ENCRYPTED);
    }

    private static String described(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName();
        }
        return TidyText.of(DocumentMetadata.shortened(message));
    }
}
