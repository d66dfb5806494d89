package social.roost.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNetworksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700:4700::1111",
                "2a00:1450::1",
                "::ffff:1.1.1.1"
            })
    void areReached(String address) {
        assertThat(PublicNetworks.contain(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1", // mapped
                "::ffff:127.0.0.1",
                "::127.0.0.1", // compatible
                "64:ff9b::a00:1", // NAT64
                "64:ff9b:1::1",
                "100::1", // discarded
                "fc00::1", // unique local
                "fdff:ffff::1",
                "fe80::1", // link-local
                "fec0::1", // site-local
                "ff02::1", // multicast
                "2001::1", // Teredo
                "2001:0:7f00:1::1",
                "2001:2::1", // benchmarks
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1", // documentation
                "2002:7f00:1::1", // 6to4
                "2002:a00:1::1",
                "3fff::1",
                "4000::1",
                "5f00::1"
            })
    void areNotReached(String address) {
        assertThat(PublicNetworks.contain(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void aMappedAddressIsTheOneThatItMapsAlsoIfItComesAsBytes() throws UnknownHostException {
        byte[] mapped = HexFormat.of().parseHex("00000000000000000000ffff" + "7f000001");
        assertThat(PublicNetworks.contain(InetAddress.getByAddress("mapped.example", mapped)))
                .isFalse();
    }

    @Test
    void aNetworkIsAnAddressAndHowManyOfItsBitsCount() {
        assertThat(Network.parse("10.0.0.0/9").contains(InetAddress.ofLiteral("10.127.255.255")))
                .isTrue();
        assertThat(Network.parse("10.0.0.0/9").contains(InetAddress.ofLiteral("10.128.0.0")))
                .isFalse();
        assertThat(Network.parse("127.0.0.1").contains(InetAddress.ofLiteral("127.0.0.2")))
                .isFalse();
        assertThat(Network.parse("::/0").contains(InetAddress.ofLiteral("127.0.0.1")))
                .isFalse();
        assertThatThrownBy(() -> Network.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.parse("example.org/8")).isInstanceOf(IllegalArgumentException.class);
    }
}
