package io.gearmancdi.it.openwebbeans;

import io.gearmancdi.it.SeBeansBehaviour;

class OpenWebBeansBeansTest extends SeBeansBehaviour {}
