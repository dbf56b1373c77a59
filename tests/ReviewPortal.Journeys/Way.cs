using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>One case on its way through the portal, step by step, each by the person whose step it is.</summary>
internal sealed partial class Way(RunningPortal portal, string number, string candidate, string exam)
{
    private const string Reviewer = "reviewer@demo.example";
    private const string Second = "tweede@demo.example";
    private const string Secretary = "secretaris@demo.example";

    public string Number { get; } = number;

    /// <summary>The title of the test.</summary>
    public string Exam { get; } = exam;

    /// <summary>Takes a delivery in through the command line, while the portal serves.</summary>
    public static async Task<Way> ImportAsync(RunningPortal portal, string sample, string examCode)
    {
        var delivery = NewSitting.From(sample, examCode, $"Toets {examCode}");
        try
        {
            var (exitCode, output, errors) = await portal.CommandAsync("import", delivery.FullName);
            Assert.True(exitCode is 0, errors + output);
        }
        finally
        {
            delivery.Delete(recursive: true);
        }

        var found = (await portal.JsonAsync("cases")).Single(line => line.GetProperty("exam").GetString() == examCode);
        return new Way(portal, found.GetProperty("number").GetString()!, found.GetProperty("candidate").GetString()!, $"Toets {examCode}");
    }

    public async Task<JsonElement> LineAsync() => (await portal.JsonAsync("cases")).Single(line => line.GetProperty("number").GetString() == Number);

    public async Task AssignAsync()
    {
        var page = await portal.VisitAsync("coordinator@demo.example");
        await page.GotoAsync("/recordings");
        await page.GetByLabel($"Kies zaak {Number}").CheckAsync();
        await page.GetByLabel("Toewijzen aan").SelectOptionAsync(new SelectOptionValue { Label = await OptionAsync(page, "Noor van Dam") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Toewijzen (1)" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel($"Kies zaak {Number}")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    /// <summary>The reviewer marks the moments and asks for a second review.</summary>
    public async Task ReviewAsync(params Moment[] moments)
    {
        var page = await portal.VisitAsync(Reviewer);
        await ReviewSteps.OpenAsync(page, Number);
        foreach (var moment in moments)
        {
            await ReviewSteps.MarkAsync(page, moment);
            await ReviewSteps.WatchMomentAsync(page, moment);
        }

        await ReviewSteps.NoteWhatWasWatchedAsync(page, "Bekeken op de momenten rond de signalen; de rest niet.");
        await ReviewSteps.WatchAgainUnlessAsync(page, "Tweede review vragen", moments);
        await ReviewSteps.PressAndConfirmAsync(page, "Tweede review vragen");
        await Assertions.Expect(page.GetByText("Naar het proces-verbaal").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>The reviewer watches all of it and finds nothing to report.</summary>
    public async Task FinishWithoutRemarksAsync()
    {
        var page = await portal.VisitAsync(Reviewer);
        await ReviewSteps.OpenAsync(page, Number);
        await ReviewSteps.WatchAllAsync(page);
        await ReviewSteps.PressAndConfirmAsync(page, "Afronden zonder opmerkingen");
        await page.WaitForURLAsync(url => !url.Contains(Number, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    public async Task SecondReviewAsync()
    {
        var page = await portal.VisitAsync(Second);
        await page.GotoAsync($"/review/{Number}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tweede review op mij nemen" }).First.ClickAsync();
        await ReviewSteps.ReadyAsync(page);
        await ReviewSteps.PlaySomeAsync(page);
        await ReviewSteps.NoteWhatWasWatchedAsync(page, "Bekeken rond de melding; de rest niet.");
        await ReviewSteps.GiveOpinionAsync(page, "Ik zie hetzelfde, onafhankelijk van de eerste review.");
        await page.Context.CloseAsync();
    }

    public async Task ReportAsync(string suspicion, string inference)
    {
        var page = await portal.VisitAsync(Reviewer);
        await page.GotoAsync($"/proces-verbaal/{Number}");
        await page.GetByLabel("Uitkomst van de identiteitscontrole").SelectOptionAsync("Confirmed");
        await page.GetByLabel(suspicion).CheckAsync();
        await page.GetByLabel("Omschrijving van het vermoeden").FillAsync(inference);
        await ReviewSteps.PressAndSignAsync(page, "Proces-verbaal ondertekenen");
        await Assertions.Expect(page.GetByText("De tekst ligt vast")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    public async Task InvestigateAndInviteAsync()
    {
        var page = await portal.VisitAsync(Secretary);
        await page.GotoAsync($"/committee/{Number}");
        await ReviewSteps.PressAndConfirmAsync(page, "In behandeling nemen");
        await page.GetByLabel("Wat heeft de commissie onderzocht en gevonden?").FillAsync("De commissie heeft de momenten zelf bekeken; het proces-verbaal is zorgvuldig opgemaakt.");
        await Assertions.Expect(page.GetByText("Opgeslagen")).ToBeVisibleAsync();
        await ReviewSteps.PressAndConfirmAsync(page, "Zienswijze vragen");
        await Assertions.Expect(page.GetByText("Wacht op de student")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>The student comes from the mailbox and gives a view, in Dutch with keys alone or in English with fingers.</summary>
    /// <returns>The student, who stays at the phone.</returns>
    public async Task<StudentOnAPhone> GiveViewAsync(string text, bool english = false)
    {
        var student = await StudentOnAPhone.FromMailAsync(portal, this, english ? "en" : "nl", touches: english);
        await student.GiveViewAsync(text);
        return student;
    }

    public async Task DeliberateAsync()
    {
        var page = await portal.VisitAsync(Secretary);
        await page.GotoAsync($"/committee/{Number}");
        await page.GetByLabel("Datum van de zitting").FillAsync(Today);
        await page.GetByRole(AriaRole.Button, new() { Name = "Op de agenda zetten" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Naar het besluit")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>A member fills in the decision, another co-signs, the secretary publishes.</summary>
    public async Task DecideAndPublishAsync(Func<IPage, Task> fillIn)
    {
        var member = await portal.VisitAsync("lid1@demo.example");
        await member.GotoAsync($"/decisions/{Number}");
        await fillIn(member);
        await member.GetByLabel("Waarom besluit de commissie zo?").FillAsync("De commissie heeft de opname bekeken en de zienswijze gewogen.");
        await member.GetByLabel("Reactie op de zienswijze").FillAsync("De commissie heeft uw uitleg meegewogen.");
        // What is still missing stands on the page; when it fails, the message shows it.
        await Assertions.Expect(member.GetByText("Alles is ingevuld")).ToBeVisibleAsync();
        await ReviewSteps.PressAndSignAsync(member, "Onderteken en vraag medeondertekening");
        await Assertions.Expect(member.GetByText("Ondertekend door")).ToBeVisibleAsync();
        await member.Context.CloseAsync();

        var chair = await portal.VisitAsync("voorzitter@demo.example");
        await chair.GotoAsync($"/decisions/{Number}");
        await ReviewSteps.PressAndSignAsync(chair, "Medeondertekenen");
        await Assertions.Expect(chair.GetByText("Naar de brief")).ToBeVisibleAsync();
        await chair.Context.CloseAsync();

        var secretary = await portal.VisitAsync(Secretary);
        await secretary.GotoAsync($"/letters/{Number}");
        await ReviewSteps.PressAndSignAsync(secretary, "Bekendmaken");
        await Assertions.Expect(secretary.GetByText("Beroep tot en met")).ToBeVisibleAsync();
        await secretary.Context.CloseAsync();
    }

    /// <summary>The student opens the letter in the portal; returns its text as a screen reader would find it.</summary>
    public async Task<string> StudentsLetterAsync()
    {
        var page = await portal.VisitAsync(StudentEmail, new() { Width = 390, Height = 844 });
        await page.GotoAsync($"/mijn/{Number}");
        var text = await LetterAsync(page, page.Locator("a.wide", new() { HasTextRegex = Decision() }).First);
        await page.Context.CloseAsync();
        return text;
    }

    /// <summary>The text of the letter that a link on this page leads to.</summary>
    public async Task<string> LetterAsync(IPage page, ILocator link) => await TextOfAsync(await (await page.Context.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!)).BodyAsync());

    // The session is held on the day itself, so that the board may decide in it.
    private static string Today => TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The page is in the student's own language.
    [GeneratedRegex("Besluit|Decision", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decision();

    public string StudentEmail => $"s04127{candidate[^2..]}@demo.example";

    private static async Task<string> OptionAsync(IPage page, string name) =>
        (await page.Locator("select option").AllInnerTextsAsync()).First(option => option.StartsWith(name, StringComparison.Ordinal));

    private static async Task<string> TextOfAsync(byte[] pdf)
    {
        if (Places.Find("pdftotext") is null) RunningPortal.Missing("pdftotext");
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, pdf);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(path);
        return text;
    }
}
