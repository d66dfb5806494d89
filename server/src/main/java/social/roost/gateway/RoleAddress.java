package social.roost.gateway;

/** {@code role=host:port}: the location of instances of a role. */
record RoleAddress(String role, HostAddress host) {

    /** @throws IllegalArgumentException if the text is malformed */
    static RoleAddress parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("\"" + text + "\" is not a valid role address, expected role=host:port");
        }
        return new RoleAddress(
                text.substring(0, equals).strip(),
                HostAddress.parse(text.substring(equals + 1).strip()));
    }
}
