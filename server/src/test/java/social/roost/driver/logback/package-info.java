@org.jspecify.annotations.NullMarked
package social.roost.driver.logback;
