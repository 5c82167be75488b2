package kz.ortaq.harvesters.oai;

/** A metadata format as an endpoint announces it (OAI-PMH 2.0, 4.4); empty strings where it does not say. */
record Offered(String prefix, String namespace, String schema) {}
