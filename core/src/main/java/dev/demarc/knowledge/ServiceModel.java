package dev.demarc.knowledge;

/**
 * How a service is run: IaaS, PaaS, …
 *
 * @param column the column of the responsibility matrix that it reads: {@code on-premises}, {@code iaas}, {@code
 *     paas}, {@code saas}
 */
public record ServiceModel(String id, String title, String column) {}
