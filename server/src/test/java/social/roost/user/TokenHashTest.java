package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tokens are stored as hashes only (SPEC A1). */
class TokenHashTest {
    @Test
    void itIsTheSha256OfTheToken() {
        assertThat(TokenHash.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void oneTokenHasOneHash() {
        assertThat(TokenHash.of("token")).isEqualTo(TokenHash.of("token")).isNotEqualTo(TokenHash.of("Token"));
    }
}
