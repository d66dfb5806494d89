// Fails the build of a module that depends on a version in known-vulnerabilities.txt. Maven runs this for each module;
// for the root it looks at the packages of the web client.
import groovy.json.JsonSlurper
import java.time.LocalDate
import java.time.temporal.ChronoUnit
import org.apache.maven.artifact.versioning.DefaultArtifactVersion
import org.apache.maven.artifact.versioning.VersionRange

int oldAfterDays = 90
File root = new File(project.properties['roost.root'])
// Tests of this check name another list.
File list = new File(session.userProperties['roost.known-vulnerabilities'] ?: "$root/build/known-vulnerabilities.txt")

List<Map> facts = []
String library = null
list.eachLine('UTF-8') { line, number ->
    if (line.isBlank() || line.startsWith('#')) {
        return
    }
    if (!line.startsWith(' ')) {
        library = line.trim()
        return
    }
    def fields = line.trim().split(/\s+/, 4)
    try {
        facts << [library: Objects.requireNonNull(library), advisory: fields[0], date: LocalDate.parse(fields[1]),
                  range: VersionRange.createFromVersionSpec(fields[2]), effect: fields[3]]
    } catch (Exception e) {
        throw new IllegalArgumentException("$list, line $number is not 'advisory date versions effect': $line", e)
    }
}
LocalDate checked = facts*.date.max()
if (checked == null) {
    throw new IllegalArgumentException("$list is empty")
}
long age = ChronoUnit.DAYS.between(checked, LocalDate.now())
if (age > oldAfterDays) {
    log.warn("The list of known vulnerabilities is $age days old: read the advisories again and update $list.")
}

Map<String, Set<String>> versions = [:].withDefault { new TreeSet() }
project.artifacts.each { versions["$it.groupId:$it.artifactId".toString()] << it.version }
File lock = new File(root, 'web/package-lock.json')
if (project.basedir.canonicalFile == root.canonicalFile && lock.exists()) {
    new JsonSlurper().parse(lock, 'UTF-8').packages.each { path, entry ->
        int at = path.lastIndexOf('node_modules/')
        if (at >= 0 && entry.version) {
            versions['npm:' + path.substring(at + 'node_modules/'.length())] << entry.version
        }
    }
}

List<String> found = facts.collectMany { fact ->
    versions.getOrDefault(fact.library, Set.of())
            .findAll { fact.range.containsVersion(new DefaultArtifactVersion(it)) }
            .collect { "  $fact.library $it: $fact.advisory, $fact.effect".toString() }
}
if (found) {
    throw new IllegalStateException(
            "Dependencies of ${project.artifactId} have known vulnerabilities:\n${found.join('\n')}\n" +
            "Use versions outside the ranges in build/known-vulnerabilities.txt.")
}
