using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>The real browser, without a window.</summary>
internal static class Chromium
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--autoplay-policy=no-user-gesture-required",
    ];

    /// <summary>Null when it is not installed.</summary>
    public static string? Path => Places.Find("chromium");

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] more) => playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = [.. Switches, .. more] });
}
