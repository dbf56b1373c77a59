using System.IO.Compression;
using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>A coordinator sends deliveries in from the browser over a bad line, and reads what became of each.</summary>
public sealed class SendingIn(RunningPortal portal)
{
    [Fact]
    public async Task Over_a_line_that_breaks_a_file_arrives_and_tells_what_became_of_it()
    {
        var zip = Zipped(NewSitting.From("01-clean", "JOURNEY-UPLOAD", "Toets over een slechte lijn"));
        var page = await portal.VisitAsync("coordinator@demo.example");
        var (cut, asked) = (0, 0);
        await page.RouteAsync("**/api/v1/uploads/*", async route =>
        {
            if (route.Request.Method is "HEAD") asked++;
            // The line breaks twice in the middle of a part.
            if (route.Request.Method is "PATCH" && cut++ < 2) await route.AbortAsync("connectionreset");
            else await route.ContinueAsync();
        });
        await page.GotoAsync("/recordings/upload");
        await page.Locator("[data-files]").SetInputFilesAsync([zip, NoDelivery()]);

        var list = page.Locator("[data-list] li");
        await Assertions.Expect(list.Nth(0).GetByText("Ingelezen.")).ToBeVisibleAsync();
        Assert.True(cut > 2);
        Assert.Equal(2, asked);
        await Assertions.Expect(list.Nth(1).GetByText("Geweigerd; hieronder staat waarom.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("ontbreekt manifest.json").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = Path.GetFileName(zip) }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Toets over een slechte lijn");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Half_sent_and_the_page_loaded_again_the_same_file_goes_on_where_it_was()
    {
        var zip = Zipped(NewSitting.From("02-poor-lighting", "JOURNEY-RESUME", "Toets na herladen"));
        var page = await portal.VisitAsync("coordinator@demo.example");
        await page.RouteAsync("**/api/v1/uploads/*", route => route.Request.Method is "PATCH" ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        await page.GotoAsync("/recordings/upload");
        await page.Locator("[data-files]").SetInputFilesAsync([zip]);
        await Assertions.Expect(page.GetByText("Er is niets verloren.").First).ToBeVisibleAsync();

        await page.UnrouteAllAsync();
        var begun = 0;
        page.Request += (_, request) => begun += request.Method is "POST" && request.Url.EndsWith("/api/v1/uploads", StringComparison.Ordinal) ? 1 : 0;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync(); // A file is on its way: the browser asks whether the page may go.
        await page.ReloadAsync();
        await page.Locator("[data-files]").SetInputFilesAsync([zip]);
        await Assertions.Expect(page.Locator("[data-list] li").GetByText("Ingelezen.")).ToBeVisibleAsync();
        Assert.Equal(0, begun);
        await page.Context.CloseAsync();
    }

    private static string Zipped(DirectoryInfo delivery)
    {
        var zip = $"{delivery.FullName}.zip";
        ZipFile.CreateFromDirectory(delivery.FullName, zip, CompressionLevel.NoCompression, includeBaseDirectory: false);
        delivery.Delete(recursive: true);
        return zip;
    }

    private static string NoDelivery()
    {
        var folder = Directory.CreateTempSubdirectory("holiday");
        File.WriteAllText(Path.Combine(folder.FullName, "strand.txt"), "Zon, zee en geen toets.");
        return Zipped(folder);
    }
}
