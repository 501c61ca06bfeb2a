/** What people and monitoring see of the spoke, over HTTP. */
package org.dicomgateway.spoke.admin;
