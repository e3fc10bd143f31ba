package dev.countersign.changes.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Where a change's links lead is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CodeLinks.class)
class LinkConfiguration {}
