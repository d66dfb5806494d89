package social.roost.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidParameterSpecException;
import java.util.Arrays;

/** Keys of the curve P-256, and their uncompressed form: 4, x and y. */
final class P256 {
    static final int ENCODED = 65;
    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();

    private P256() {}

    /** The parameters of the curve. */
    static ECParameterSpec parameters() {
        return CURVE;
    }

    /** The private key with this number. */
    static PrivateKey privateKey(BigInteger number) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, CURVE));
    }

    /**
     * The public key of the private key with this number. It is not computed in constant time: nobody may be able to
     * measure it.
     */
    static ECPublicKey publicKey(BigInteger number) throws GeneralSecurityException {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (number.testBit(bit)) {
                sum = add(sum, CURVE.getGenerator());
            }
        }
        return key(sum);
    }

    /**
     * Decodes a public key.
     *
     * @throws IllegalArgumentException if it is not a point of the curve
     */
    static ECPublicKey decode(byte[] encoded) {
        if (encoded.length != ENCODED || encoded[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("Not an uncompressed key of P-256");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + COORDINATE));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(encoded, 1 + COORDINATE, ENCODED));
        if (x.compareTo(PRIME) >= 0 || y.compareTo(PRIME) >= 0 || !isOnCurve(x, y)) {
            throw new IllegalArgumentException("Not a point of P-256");
        }
        try {
            return key(new ECPoint(x, y));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a key of P-256", e);
        }
    }

    static byte[] encode(ECPublicKey key) {
        byte[] encoded = new byte[ENCODED];
        encoded[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), encoded, 1);
        put(key.getW().getAffineY(), encoded, 1 + COORDINATE);
        return encoded;
    }

    private static void put(BigInteger coordinate, byte[] target, int offset) {
        byte[] bytes = coordinate.toByteArray();
        int skipped = Math.max(0, bytes.length - COORDINATE);
        int length = bytes.length - skipped;
        System.arraycopy(bytes, skipped, target, offset + COORDINATE - length, length);
    }

    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        BigInteger right = x.pow(3)
                .add(CURVE.getCurve().getA().multiply(x))
                .add(CURVE.getCurve().getB());
        return y.multiply(y).subtract(right).mod(PRIME).signum() == 0;
    }

    private static ECPoint add(ECPoint one, ECPoint other) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return other;
        }
        BigInteger slope = one.equals(other) ? tangent(one) : chord(one, other);
        BigInteger x = slope.multiply(slope)
                .subtract(one.getAffineX())
                .subtract(other.getAffineX())
                .mod(PRIME);
        BigInteger y = slope.multiply(one.getAffineX().subtract(x))
                .subtract(one.getAffineY())
                .mod(PRIME);
        return new ECPoint(x, y);
    }

    private static BigInteger tangent(ECPoint point) {
        BigInteger rise = point.getAffineX()
                .pow(2)
                .multiply(BigInteger.valueOf(3))
                .add(CURVE.getCurve().getA());
        return rise.multiply(point.getAffineY().shiftLeft(1).modInverse(PRIME));
    }

    private static BigInteger chord(ECPoint one, ECPoint other) {
        BigInteger run = other.getAffineX().subtract(one.getAffineX()).mod(PRIME);
        return other.getAffineY().subtract(one.getAffineY()).multiply(run.modInverse(PRIME));
    }

    private static ECPublicKey key(ECPoint point) throws GeneralSecurityException {
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (NoSuchAlgorithmException | InvalidParameterSpecException e) {
            throw new IllegalStateException("This Java has no P-256", e);
        }
    }
}
