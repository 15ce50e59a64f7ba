package io.gearmancdi.it.weldse6;

import io.gearmancdi.it.SeBeansBehaviour;

class WeldSe6BeansTest extends SeBeansBehaviour {}
