import { spawnSync } from 'node:child_process'
import { canInstallPackages, installPackage } from './install.ts'

/** Whether a command is a Java that runs: macOS has one that only says where to get Java. */
const runs = (command: string): boolean => spawnSync(command, ['-version'], { stdio: 'ignore' }).status === 0

/**
 * The Java for the Nu Html Checker: the one that `JAVA_HOME` names, or the system's; null when there is none.
 * @see https://validator.github.io/validator/#usage (it needs Java 11 or newer)
 */
export function findJava(): string | null {
  const named = process.env.JAVA_HOME
  return (named ? [`${named}/bin/java`] : ['java']).find(runs) ?? null
}

/** Installs Java where that can be done. Says what it does. */
export function installJava(): void {
  if (canInstallPackages()) installPackage('default-jre-headless')
}
