package social.roost.base.config;

import java.nio.file.Path;

/** The origin of a value, for messages to the operator. */
public sealed interface Source {

    /** A description that fits into parentheses. */
    String describe();

    record Default() implements Source {
        @Override
        public String describe() {
            return "default";
        }
    }

    /** A line of a YAML file, starting at 1. */
    record FileLine(Path file, int line) implements Source {
        @Override
        public String describe() {
            return file + " line " + line;
        }
    }

    record Environment(String variable) implements Source {
        @Override
        public String describe() {
            return "environment variable " + variable;
        }
    }

    record Flag(String flag) implements Source {
        @Override
        public String describe() {
            return "flag " + flag;
        }
    }

    /**
     * A file that contains only a secret.
     *
     * @param namedBy where its path was given
     */
    record SecretFile(Path file, Source namedBy) implements Source {
        @Override
        public String describe() {
            return "file " + file + ", " + namedBy.describe();
        }
    }
}
