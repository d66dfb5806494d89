package social.roost.base.config;

import java.nio.file.Path;

/** Where a value stands, so that an operator can find it. */
public sealed interface Source {

    /** In words that fit into a sentence in brackets. */
    String describe();

    record Default() implements Source {
        @Override
        public String describe() {
            return "default";
        }
    }

    /** A line of a YAML file, counted from 1. */
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
     * A file that holds nothing but a secret.
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
