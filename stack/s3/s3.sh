# shellcheck shell=bash
# S3Proxy: the protocol of Amazon S3, with a folder behind it. Web pages of every origin may use it, if they know a signed URL.
# It does not use TLS, also in tests, as browsers would not accept its certificate.

start_s3() {
    local run=$dir/run/s3 java=()
    mkdir -p "$run/data"
    java_command 192m
    s3_properties >"$run/s3proxy.conf"
    launch s3 "${java[@]}" "-Dlogback.configurationFile=$here/s3/logback.xml" -cp "$dist/s3/lib/*" org.gaul.s3proxy.Main \
        --properties "$run/s3proxy.conf"
}

s3_properties() {
    cat <<TEXT
s3proxy.endpoint=http://127.0.0.1:$s3_port
s3proxy.authorization=aws-v2-or-v4
s3proxy.identity=roost
s3proxy.credential=$(password_of_stack)
s3proxy.cors-allow-all=true
jclouds.provider=filesystem-nio2
jclouds.filesystem.basedir=$run/data
TEXT
}
