package kz.ortaq.harvesters.oai;

/** An error as an OAI-PMH server reports it (OAI-PMH 2.0, 3.6). */
record OaiError(String code, String text) {

    static final String NO_RECORDS_MATCH = "noRecordsMatch";
    static final String BAD_ARGUMENT = "badArgument";
    static final String BAD_RESUMPTION_TOKEN = "badResumptionToken";
    static final String ID_DOES_NOT_EXIST = "idDoesNotExist";
    static final String CANNOT_DISSEMINATE_FORMAT = "cannotDisseminateFormat";

    boolean is(String other) {
        return code.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return text.isEmpty() ? code : code + ": " + text;
    }
}
