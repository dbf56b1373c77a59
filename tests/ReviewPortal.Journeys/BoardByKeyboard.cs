using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>
/// The board takes a case from the report to the letter without a mouse, in both languages. What cannot be done yet says what is missing and on what
/// that rests; after every step the focus stands at the head of the case.
/// </summary>
public sealed partial class BoardByKeyboard(RunningPortal portal)
{
    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).DateTime);

    [Theory]
    [InlineData("nl", "06-out-of-view", "f.bakker@uni.example")]
    [InlineData("en", "09-music", "a.devries@uni.example")]
    public async Task From_taking_up_to_publication_with_keys_alone(string language, string sample, string examiner)
    {
        var way = await Way.ImportAsync(portal, sample, $"JOURNEY-KEYS-{language}");
        await ReportAsync(way, examiner);

        var secretary = await Hands.SignInAsync(portal, "secretaris@demo.example", language);
        await InvestigateAsync(secretary, way);
        await AskHearingAsync(way);
        await HearAsync(secretary, way);
        await PutOnTheAgendaAsync(secretary);

        var member = await Hands.SignInAsync(portal, "lid1@demo.example", language);
        await DecideAsync(member, way);
        await member.RefusedAsync("Medeondertekenen", "Co-sign", ["Reglement examencommissie; Awb 2:4"]);
        await member.LeaveAsync();

        await secretary.OpenAsync($"/letters/{way.Number}");
        await secretary.RefusedAsync("Bekendmaken", "Publish", ["Reglement examencommissie; Awb 2:18"]);

        var chair = await Hands.SignInAsync(portal, "voorzitter@demo.example", language);
        await chair.OpenAsync($"/decisions/{way.Number}");
        await chair.RefusedAsync("Terug naar beraadslaging", "Return to deliberation", ["Reglement examencommissie; Awb 3:46"]);
        await chair.StepAsync("Medeondertekenen", "Co-sign", asks: true, back: true, signs: true);
        await chair.LeaveAsync();

        await secretary.StepAsync("Bekendmaken", "Publish", asks: true, signs: true);
        await Assertions.Expect(secretary.Page.GetByText(secretary.Say("Beroep tot en met", "Appeal until"))).ToBeVisibleAsync();
        await secretary.LeaveAsync();
        Assert.Equal("notified", (await way.LineAsync()).GetProperty("state").GetString());
    }

    private static async Task InvestigateAsync(Hands secretary, Way way)
    {
        await secretary.OpenAsync($"/committee/{way.Number}");
        await secretary.StepAsync("In behandeling nemen", "Take up", asks: true);

        await secretary.RefusedAsync("Zienswijze vragen", "Invite view", ["Awb 3:2"]);
        await secretary.WriteAsync("Wat heeft de commissie onderzocht en gevonden?", "What has the board investigated and found?", "The board watched the recording itself and found the report careful.");
        await secretary.WriteDayAsync("De student kan reageren tot en met", "The student may react until", Today.AddDays(1));
        await secretary.RefusedAsync("Zienswijze vragen", "Invite view", ["Awb 4:8; house rule"]);
        await secretary.WriteDayAsync("De student kan reageren tot en met", "The student may react until", Today.AddDays(21));
        await secretary.StepAsync("Zienswijze vragen", "Invite view", asks: true);
        await secretary.RefusedAsync("Geen reactie vastleggen", "Record no reaction", ["Awb 4:8", "Awb 4:8, 3:2; house rule"]);
    }

    private async Task HearAsync(Hands secretary, Way way)
    {
        await secretary.RefusedAsync("Hoorzitting plannen", "Plan hearing", ["Awb 4:9"]);
        await secretary.WriteDayAsync("Datum", "Date", Today.AddDays(21));
        await secretary.WriteAsync("Plaats of link", "Place or link", "Kamer 1.12");
        await secretary.StepAsync("Hoorzitting plannen", "Plan hearing", asks: false);

        await secretary.RefusedAsync("Hoorverslag vastleggen", "Record hearing", ["Awb 4:9", "Awb 4:9; WHW 7.12b"]);
        await LetTheHourComeAsync(way);
        await secretary.OpenAsync($"/committee/{way.Number}");
        await secretary.RefusedAsync("Hoorverslag vastleggen", "Record hearing", ["Awb 4:9; WHW 7.12b"]);
        await secretary.WriteAsync("Aanwezig", "Present", "De student en twee leden");
        await secretary.ToggleAsync("De cautie is gegeven", "The caution was given");
        await secretary.WriteAsync("Verklaring van de student", "The student’s statement", "I did not know that it mattered.");
        await secretary.WriteAsync("Verslag van de hoorzitting", "Minutes of the hearing", "The student explained what happened.");
        await secretary.StepAsync("Hoorverslag vastleggen", "Record hearing", asks: false);
    }

    private static async Task PutOnTheAgendaAsync(Hands secretary)
    {
        // The session is held on the day itself, so that the board may decide in it.
        await secretary.WriteDayAsync("Datum van de zitting", "Date of the session", Today);
        await secretary.ToggleAsync("Joost Vermeer", "Joost Vermeer");
        await secretary.ToggleAsync("Hanneke Willems", "Hanneke Willems");
        await secretary.RefusedAsync("Op de agenda zetten", "Put on the agenda", ["Reglement examencommissie; Awb 2:4"]);
        await secretary.ToggleAsync("Hanneke Willems", "Hanneke Willems");
        await secretary.StepAsync("Op de agenda zetten", "Put on the agenda", asks: false);
    }

    private static async Task DecideAsync(Hands member, Way way)
    {
        await member.OpenAsync($"/committee/{way.Number}");
        await member.FollowAsync("Naar het besluit", "To the decision");
        await member.ReachAsync(member.Page.GetByLabel(member.Say("De toets is geldig", "The test is valid")));
        await member.Page.Keyboard.PressAsync("ArrowDown");
        await member.RefusedAsync("Onderteken en vraag medeondertekening", "Sign and ask for co-signature",
        [
            "Reglement examencommissie art. 4.3a lid 1", "Protocol, Onregelmatigheid", "Reglement examencommissie art. 4.3a lid 2",
            "Awb 3:46, 3:47", "Awb 3:46; CBHO 2021/072",
        ], back: true);

        await member.ToggleAsync("Onvoldoende zicht op de mogelijkheid tot frauderen", "Insufficient view of the possibility of cheating");
        await member.WriteAsync("Wat kan niet worden vastgesteld, en waarom niet?", "What cannot be established, and why not?", "What happened out of view.");
        await member.ToggleAsync("De universiteit (storing bij universiteit of leverancier)", "The university (failure at university or supplier)");
        await member.WriteAsync("Waarom besluit de commissie zo?", "Why does the board decide this way?", "The board watched the recording and weighed the view.");
        await member.RefusedAsync("Onderteken en vraag medeondertekening", "Sign and ask for co-signature", ["Awb 3:46; CBHO 2021/072"], back: true);
        await member.WriteAsync("Reactie op de zienswijze", "Response to the view", "The board weighed the explanation.");
        await member.StepAsync("Onderteken en vraag medeondertekening", "Sign and ask for co-signature", asks: true, back: true, signs: true);
    }

    // The examiner and the student are not the board: how they do it is not at stake here.
    private async Task ReportAsync(Way way, string examiner)
    {
        var page = await portal.VisitAsync(examiner);
        await page.GotoAsync($"/proces-verbaal/{way.Number}");
        await page.GetByLabel("Wat u vond en hoe; een vermoeden, geen oordeel").FillAsync("Het antwoord past niet bij de vraag; ik vermoed dat er iets buiten beeld gebeurde.");
        await ReviewSteps.PressAndConfirmAsync(page, "Melden aan de examencommissie");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Melding van de examinator" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Wat u vond en hoe")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private async Task AskHearingAsync(Way way)
    {
        var page = await portal.VisitAsync(way.StudentEmail);
        await page.GotoAsync($"/mijn/{way.Number}");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Hearing() }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    // The page is in the language of the student's account, whatever the board's is.
    [GeneratedRegex("gesprek \\(hoorzitting\\)|conversation \\(hearing\\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hearing();

    // The portal lives by the real clock, and gives the student days of notice: the hour that was planned is moved to the hour of the invitation.
    private async Task LetTheHourComeAsync(Way way)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(portal.Data, "portal.db")}");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = """
            UPDATE "Hearings" SET "PlannedAt" = (SELECT "InvitedAt" FROM "Invitations" WHERE "Invitations"."Case" = "Hearings"."Case")
            WHERE "Case" = (SELECT "Id" FROM "Cases" WHERE "Number" = $number)
            """;
        command.Parameters.AddWithValue("$number", int.Parse(way.Number[..4], CultureInfo.InvariantCulture) * 1_000_000 + int.Parse(way.Number[5..], CultureInfo.InvariantCulture));
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
