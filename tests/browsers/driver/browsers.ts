// The tested browsers, each with a fresh profile.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBidi } from './bidi';
import { openClassic } from './classic';
import type { Driver } from './driver';
import { freePort, newFolder, Program } from './process';

const size = { width: 1280, height: 900 };

async function chromium(): Promise<Driver> {
  const downloads = newFolder();
  const driver = new Program(['chromedriver', '--port=0']);
  const port = await driver.waitForOutput(/started successfully on port (\d+)/);
  const options = {
    binary: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      `--window-size=${size.width},${size.height}`,
    ],
    prefs: { 'download.default_directory': downloads },
  };
  return openClassic(
    `http://127.0.0.1:${port}`,
    { 'goog:chromeOptions': options },
    downloads,
    driver.stop,
  );
}

/** Keeps Firefox from showing prompts and from contacting Mozilla. */
const firefoxSettings = (downloads: string) => ({
  'browser.download.dir': downloads,
  'browser.download.folderList': 2, // the folder given by browser.download.dir
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'intl.accept_languages': 'en-US',
});

async function firefox(): Promise<Driver> {
  const [profile, downloads] = [newFolder(), newFolder()];
  const lines = Object.entries(firefoxSettings(downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const options = ['--headless', '--profile', profile, '--remote-debugging-port=0'];
  const browser = new Program([process.env.FIREFOX ?? 'firefox-esr', ...options]);
  const address = await browser.waitForOutput(/WebDriver BiDi listening on (ws:\S+)/);
  return openBidi(address, downloads, browser.stop);
}

/** WebKitGTK has no headless mode, so it gets a virtual display. */
async function webkit(): Promise<Driver> {
  const [home, port] = [newFolder(), await freePort()];
  const screen = `${size.width}x${size.height}x24`;
  const screenOptions = ['-displayfd', '1', '-screen', '0', screen, '-nolisten', 'tcp'];
  const display = new Program(['Xvfb', ...screenOptions]);
  const driver = new Program(['WebKitWebDriver', `--port=${port}`], {
    DISPLAY: `:${await display.waitForOutput(/^(\d+)\n/)}`,
    HOME: home,
    LC_ALL: 'C.UTF-8', // otherwise file names must be ASCII
  });
  await driver.answersOn(port);
  const stop = async () => {
    await driver.stop();
    await display.stop();
  };
  return openClassic(`http://127.0.0.1:${port}`, {}, home, stop);
}

export const browsers = { chromium, firefox, webkit };
export type BrowserName = keyof typeof browsers;
