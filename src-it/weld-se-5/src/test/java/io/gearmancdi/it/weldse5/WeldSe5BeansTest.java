package io.gearmancdi.it.weldse5;

import io.gearmancdi.it.SeBeansBehaviour;

class WeldSe5BeansTest extends SeBeansBehaviour {}
