package social.roost.driver.flink;

import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Connection to Flink, and where it keeps the state of jobs. */
public record FlinkSettings(
        @Setting(
                value = "",
                help =
                        "REST address of the JobManager as host:port, for 'roost admin trends-job'; empty without Flink.")
        String address,

        StoreTls tls,

        @Setting(
                value = "",
                help = "Folder in which Flink's execution.checkpointing.dir and savepoint-dir are, as this machine"
                        + " sees it; empty if it cannot see them.")
        String state) {

    public FlinkSettings {
        if (!address.isEmpty() && !address.matches(".+:[0-9]{1,5}")) {
            throw new IllegalArgumentException("'" + address + "' is not a valid address, expected host:port");
        }
    }

    public boolean isUsed() {
        return !address.isEmpty();
    }

    String url() {
        return (tls.enabled() ? "https://" : "http://") + address;
    }
}
