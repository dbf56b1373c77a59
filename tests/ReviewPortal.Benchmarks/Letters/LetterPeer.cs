using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Playwright;
using ReviewPortal.Journeys;

namespace ReviewPortal.Benchmarks.Letters;

/// <summary>Another way from words to a PDF.</summary>
internal sealed class LetterPeer(string name, string program, Func<ImmutableArray<string>, DirectoryInfo, Task> print)
{
    private const string Weasy = "import sys, weasyprint\nfor page in sys.argv[1:]: weasyprint.HTML(filename=page).write_pdf(page[:-5] + '.weasyprint.pdf')";

    /// <summary>Debian: weasyprint, chromium, libreoffice-writer-nogui.</summary>
    public static ImmutableArray<LetterPeer> All { get; } =
    [
        new("weasyprint", "weasyprint", (pages, _) => RunAsync("/usr/bin/python3", ["-c", Weasy, .. pages])),
        new("chromium", "chromium", ChromiumAsync),
        new("soffice", "soffice", (pages, folder) => RunAsync("soffice", ["--headless", $"-env:UserInstallation=file://{folder.FullName}/office", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder.FullName, .. pages])),
    ];

    public string Name => name;

    public bool IsHere => Places.Find(program) is not null;

    public Task PrintAsync(ImmutableArray<string> pages, DirectoryInfo folder) => print(pages, folder);

    public string Made(string page, DirectoryInfo folder) => Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(page) + (name is "soffice" ? ".pdf" : $".{name}.pdf"));

    public static int PagesOf(string file)
    {
        using var info = Process.Start(new ProcessStartInfo("pdfinfo", [file]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var told = info.StandardOutput.ReadToEnd();
        info.WaitForExit();
        return int.Parse(told.Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal))[6..], System.Globalization.CultureInfo.InvariantCulture);
    }

    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode is not 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await said} {await complained}");
    }

    private static async Task ChromiumAsync(ImmutableArray<string> pages, DirectoryInfo folder)
    {
        if (pages.Length is 1)
        {
            await RunAsync("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-pdf-header-footer", $"--user-data-dir={folder.FullName}/chromium", $"--print-to-pdf={pages[0][..^5]}.chromium.pdf", "file://" + pages[0]);
            return;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var tab = await browser.NewPageAsync();
        foreach (var page in pages)
        {
            await tab.GotoAsync("file://" + page);
            await tab.PdfAsync(new() { Path = page[..^5] + ".chromium.pdf", PreferCSSPageSize = true, Tagged = true });
        }
    }
}
