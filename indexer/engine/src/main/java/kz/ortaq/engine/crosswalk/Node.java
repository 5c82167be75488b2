package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part of a record with its own parts, whatever the format: an element of XML, a field of MARC or IRBIS and its
 * subfields, a member of a JSON object.
 */
final class Node {

    private static final String TEXT = "#text";

    private final String name;
    private final String namespace;
    private final String language;
    private final Map<String, String> attributes;
    private final String own;
    private final List<Node> children = new ArrayList<>();

    private Node(String name, String namespace, String language, Map<String, String> attributes, String own) {
        this.name = name;
        this.namespace = namespace;
        this.language = language;
        this.attributes = attributes;
        this.own = own;
    }

    /** An element of XML; attributes by their local names. */
    static Node element(String name, String namespace, String language, Map<String, String> attributes) {
        return new Node(name, namespace, language, attributes, "");
    }

    /** A part that has a name and parts of its own. */
    static Node named(String name) {
        return new Node(name, "", "", Map.of(), "");
    }

    /** A part that has a name and a text. */
    static Node of(String name, String text) {
        return new Node(name, "", "", Map.of(), text);
    }

    /** A field with its indicators. */
    static Node field(String tag, Map<String, String> indicators) {
        return new Node(tag, "", "", indicators, "");
    }

    /** The same under another name. */
    Node named(String otherName, String otherNamespace) {
        Node renamed = new Node(otherName, otherNamespace, language, attributes, own);
        renamed.children.addAll(children);
        return renamed;
    }

    Node add(Node child) {
        children.add(child);
        return child;
    }

    void addText(String text) {
        children.add(of(TEXT, text));
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    String language() {
        return language;
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    List<Node> children() {
        return children;
    }

    /** What is written in it before its first part. */
    String own() {
        return own;
    }

    /** All that is written in it, markup left out. */
    String text() {
        if (children.isEmpty()) {
            return own;
        }
        if (children.size() == 1 && children.getFirst().name.equals(TEXT)) {
            return children.getFirst().own;
        }
        StringBuilder text = new StringBuilder(own);
        children.forEach(child -> child.write(text));
        return text.toString();
    }

    private void write(StringBuilder text) {
        text.append(own);
        children.forEach(child -> child.write(text));
    }
}
