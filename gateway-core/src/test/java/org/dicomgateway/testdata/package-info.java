/**
 * What tests of several modules share; published as this module's test jar. Real files are found by
 * {@link org.dicomgateway.testdata.RealData}.
 */
package org.dicomgateway.testdata;
