package io.gearmancdi.it.wildfly.crowd;

import io.gearmancdi.Work;

/** Twenty workers, each a class of its own. */
final class Members {

    private Members() {}

    @Work(name = "Member01")
    static class Member01 extends Member {}

    @Work(name = "Member02")
    static class Member02 extends Member {}

    @Work(name = "Member03")
    static class Member03 extends Member {}

    @Work(name = "Member04")
    static class Member04 extends Member {}

    @Work(name = "Member05")
    static class Member05 extends Member {}

    @Work(name = "Member06")
    static class Member06 extends Member {}

    @Work(name = "Member07")
    static class Member07 extends Member {}

    @Work(name = "Member08")
    static class Member08 extends Member {}

    @Work(name = "Member09")
    static class Member09 extends Member {}

    @Work(name = "Member10")
    static class Member10 extends Member {}

    @Work(name = "Member11")
    static class Member11 extends Member {}

    @Work(name = "Member12")
    static class Member12 extends Member {}

    @Work(name = "Member13")
    static class Member13 extends Member {}

    @Work(name = "Member14")
    static class Member14 extends Member {}

    @Work(name = "Member15")
    static class Member15 extends Member {}

    @Work(name = "Member16")
    static class Member16 extends Member {}

    @Work(name = "Member17")
    static class Member17 extends Member {}

    @Work(name = "Member18")
    static class Member18 extends Member {}

    @Work(name = "Member19")
    static class Member19 extends Member {}

    @Work(name = "Member20")
    static class Member20 extends Member {}
}
