using System.Globalization;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>Many decisions are made known together; each stays a decision about one student, with one letter (Awb 3:41).</summary>
public sealed class PublishTogetherTests
{
    // With LETTERS=500 in the environment: a mass incident, which takes some minutes to prepare.
    private static readonly int Many = int.TryParse(Environment.GetEnvironmentVariable("LETTERS"), CultureInfo.InvariantCulture, out var asked) ? asked : 8;

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_goes_out_once_and_what_cannot_says_why()
    {
        var (portal, cases) = await DecidedAsync(3);
        await using var _ = portal;
        var together = portal.Get<PublishTogether>();
        var by = portal.Who("secretaris").Id;
        var batch = Assert.NotNull((await together.StartAsync("Storing bij de leverancier", [.. cases.Select(item => item.Latest)], portal.Signed("secretaris"), Ct)).Batch);

        // One goes out by hand in the meantime; of another the addressee is gone.
        await ACase.DoneAsync(cases[1].PublishAsync());
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE Sittings SET StudentNumber = '9999999' WHERE Id = '{cases[2].Sitting.Value.ToString().ToUpperInvariant()}'");
        await AllAsync(portal);

        var view = (await portal.Get<LetterBatchViews>().FindAsync(batch, by, Ct))!;
        Assert.Equal((3, 2, 1, false), (view.Batch.Count.All, view.Batch.Count.Sent, view.Batch.Count.Refused, view.Batch.IsRunning));
        Assert.NotEmpty(Assert.Single(view.Letters, letter => letter.Refused is not null).Refused!.Unmet);
        Assert.Equal(2, await LettersAsync(portal));
        Assert.Empty(await portal.Get<LetterBatchViews>().ReadyAsync(portal.Who("lid1").Id, Ct));
        Assert.Equal(cases[2].Id, Assert.Single(await portal.Get<LetterBatchViews>().ReadyAsync(by, Ct)).Case.Id);
    }

    /// <summary>What cannot go out is not offered, and the list says why (Awb 3:45, 3:47).</summary>
    [Fact]
    public async Task A_decision_whose_letter_has_a_fault_is_shown_with_the_reason_and_cannot_be_chosen()
    {
        var (portal, cases) = await DecidedAsync(2);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE Decisions SET Reasons = 'Zie nummer 123456782.' WHERE \"Case\" = '{cases[1].Id.Value.ToString().ToUpperInvariant()}'");
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<LetterBatchesPage>();
        shown.WaitForAssertion(() => Assert.Contains("123456782", shown.Find("ul.faults").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal([false, true], shown.FindAll("label.pick input").Select(box => box.HasAttribute("disabled")));
        await shown.Find("label.check input").ChangeAsync(new() { Value = true });
        Assert.Equal([true, false], shown.FindAll("label.pick input").Select(box => box.HasAttribute("checked")));
    }

    [Fact]
    public async Task What_still_has_to_be_done_before_the_list_goes_out_stands_by_the_button_and_one_decision_is_no_plural()
    {
        var (portal, cases) = await DecidedAsync(1);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<LetterBatchesPage>();
        Assert.Equal(["Kies ten minste één besluit.", "Vul in waar deze besluiten bij horen."], shown.FindAll("#why-start li").Select(item => item.TextContent));
        await shown.Find("label.check input").ChangeAsync(new() { Value = true });
        Assert.Equal(["Vul in waar deze besluiten bij horen."], shown.FindAll("#why-start li").Select(item => item.TextContent));
        await shown.Find("[aria-describedby=why-start]").ClickAsync(new());
        Assert.Empty(shown.FindAll(".sure"));
        await shown.Find("footer input").InputAsync(new() { Value = "Storing" });
        Assert.Empty(shown.FindAll("#why-start"));
        await shown.Find(".whynot .primary").ClickAsync(new());
        Assert.StartsWith("Van dit besluit", shown.Find(".sure p").TextContent, StringComparison.Ordinal);
        var starting = shown.Find(".sure .primary").ClickAsync(new());
        var number = (await cases[0].NowAsync()).Number;
        var signing = shown.WaitForElement("dialog.signing form", TimeSpan.FromSeconds(10));
        Assert.Contains($"De bekendmaking van het besluit in zaak {number} (“Storing”).", signing.QuerySelector(".what")!.TextContent, StringComparison.Ordinal);
        await signing.SubmitAsync(EventArgs.Empty);
        await starting;
    }

    /// <summary>Awb 2:18: a list that was ordered before proofs were asked says what to do, and goes on with one signature.</summary>
    [Fact]
    public async Task A_list_without_a_proof_is_signed_again()
    {
        var (portal, cases) = await DecidedAsync(2);
        await using var _ = portal;
        var batch = Assert.NotNull((await portal.Get<PublishTogether>().StartAsync("Zitting", [.. cases.Select(item => item.Latest)], portal.Signed("secretaris"), Ct)).Batch);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE LetterBatches SET SignedWith = NULL, ProvedAt = NULL");
        await AllAsync(portal);
        Assert.Equal(0, await LettersAsync(portal));

        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<LetterBatchPage>(parameters => parameters.Add(item => item.Batch, batch));
        Assert.Contains("onderteken opnieuw", shown.Find(".note").TextContent, StringComparison.Ordinal);
        var again = (await portal.Get<LetterBatchViews>().FindAsync(batch, portal.Who("secretaris").Id, Ct))!.Letters.Where(letter => letter.OnlyUnsigned).ToArray();
        Assert.Equal(2, again.Length);
        Assert.NotNull((await portal.Get<PublishTogether>().StartAsync("Zitting", [.. again.Select(letter => letter.Case)], portal.Signed("secretaris"), Ct)).Batch);
        await AllAsync(portal);
        Assert.Equal(2, await LettersAsync(portal));
    }

    /// <summary>Awb 2:18: what was signed goes out now, or after a pause; not when a portal that lay still for days is started again.</summary>
    [Theory]
    [InlineData(20, 2)]
    [InlineData(30, 0)]
    public async Task A_list_that_lay_still_for_more_than_a_day_is_signed_again(int hours, int goOut)
    {
        var (portal, cases) = await DecidedAsync(2);
        await using var _ = portal;
        var batch = Assert.NotNull((await portal.Get<PublishTogether>().StartAsync("Zitting", [.. cases.Select(item => item.Latest)], portal.Signed("secretaris"), Ct)).Batch);
        portal.Clock.Set(portal.Clock.GetUtcNow().AddHours(hours));
        await AllAsync(portal);
        Assert.Equal(goOut, await LettersAsync(portal));
        Assert.Equal(2 - goOut, (await portal.Get<LetterBatchViews>().FindAsync(batch, portal.Who("secretaris").Id, Ct))!.Letters.Count(letter => letter.OnlyUnsigned));
    }

    /// <summary>What changed after it was chosen, a person reads again.</summary>
    [Fact]
    public async Task What_was_returned_or_changed_since_it_was_chosen_does_not_go_out()
    {
        var (portal, cases) = await DecidedAsync(1);
        await using var _ = portal;
        var by = portal.Who("secretaris").Id;
        var ready = Assert.Single(await portal.Get<LetterBatchViews>().ReadyAsync(by, Ct));
        await ACase.DoneAsync(cases[0].ReturnAsync());

        Assert.Null((await portal.Get<PublishTogether>().StartAsync("Te laat", [ready.Case], portal.Signed("secretaris"), Ct)).Batch);
        await ACase.DoneAsync(cases[0].DecideAsync(Core.Decisions.Outcome.Irregularity));
        await ACase.DoneAsync(cases[0].CoSignAsync());
        var batch = Assert.NotNull((await portal.Get<PublishTogether>().StartAsync("Van gisteren", [ready.Case], portal.Signed("secretaris"), Ct)).Batch);
        await AllAsync(portal);

        var view = (await portal.Get<LetterBatchViews>().FindAsync(batch, by, Ct))!;
        Assert.Equal(RefusalKind.ChangedMeanwhile, Assert.Single(view.Letters).Refused!.Kind);
        Assert.Equal(0, await LettersAsync(portal));
    }

    [Fact]
    public async Task Only_the_secretary_makes_known_and_stops_and_both_are_written_down()
    {
        var (portal, cases) = await DecidedAsync(2);
        await using var _ = portal;
        var together = portal.Get<PublishTogether>();
        CaseAsSeen[] all = [.. cases.Select(item => item.Latest)];
        foreach (var other in (string[])["lid1", "voorzitter", "coordinator", "reviewer", "student", "beheer"])
            Assert.All([await together.StartAsync("Alles", all, portal.Signed(other), Ct), await together.StartAsync("Alles", all, portal.Unproven(other), Ct)], order => Assert.Equal(BatchOrder.Nothing, order));
        // Awb 2:18: the signature is asked once nothing else keeps it back.
        Assert.Equal(new BatchOrder(null, LacksSignature: true), await together.StartAsync("Alles", all, portal.Unproven("secretaris"), Ct));
        Assert.Empty(await portal.ReadAsync(db => db.LetterBatches.ToListAsync(Ct)));

        var batch = Assert.NotNull((await together.StartAsync("Alles", all, portal.Signed("secretaris"), Ct)).Batch);
        Assert.Equal(BatchRound.Ended, await together.RunOneAsync(Ct));
        Assert.False(await together.StopAsync(batch, portal.Who("lid1").Id, Ct));
        Assert.True(await together.StopAsync(batch, portal.Who("secretaris").Id, Ct));
        Assert.Equal(BatchRound.Nothing, await together.RunOneAsync(Ct));
        Assert.False(await together.StopAsync(batch, portal.Who("secretaris").Id, Ct));

        Assert.Equal(1, await LettersAsync(portal));
        var subject = $"letters/{batch}";
        Assert.Equal(["letters.together", "letters.together.stop"], await portal.ReadAsync(db => db.AuditRows.Where(row => row.Subject == subject).OrderBy(row => row.Seq).Select(row => row.Action).ToListAsync(Ct)));
    }

    /// <summary>The portal is killed while letters go out, twice, and goes on by itself: each student has one letter, and the audit log has each once.</summary>
    [Fact]
    public async Task A_portal_that_is_killed_goes_on_and_each_student_gets_exactly_one()
    {
        var (portal, cases) = await DecidedAsync(Many);
        var by = portal.Who("secretaris").Id;
        var batch = Assert.NotNull((await portal.Get<PublishTogether>().StartAsync("Massaal", [.. cases.Select(item => item.Latest)], portal.Signed("secretaris"), Ct)).Batch);
        var data = await portal.CloseAsync();
        // The program goes by the clock of the machine: ordered just now.
        await Sql.RunAsync(Path.Combine(data.FullName, "portal.db"), $"UPDATE LetterBatches SET At = {TimeProvider.System.GetUtcNow().UtcTicks}");

        await using (var program = await RunningProgram.OnAsync(data))
        {
            foreach (var share in (double[])[0.25, 0.5])
            {
                await UntilAsync(data, batch, sent => sent >= share * Many);
                await program.KillAndStartAsync();
            }

            await UntilAsync(data, batch, sent => sent == Many);
        }

        await using var after = APortal.CopyOf(data, APortal.Delivered);
        Assert.Equal(Many, await LettersAsync(after));
        Assert.Equal(Many, await after.ReadAsync(db => db.Letters.Where(letter => letter.AppealBy != null).Select(letter => letter.Case).Distinct().CountAsync(Ct)));
        Assert.Equal(Many, await after.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "case.Publish", Ct)));
        Assert.False((await after.Get<LetterBatchViews>().FindAsync(batch, by, Ct))!.Batch.IsRunning);
    }

    private static async Task AllAsync(APortal portal)
    {
        while (await portal.Get<PublishTogether>().RunOneAsync(Ct) is not BatchRound.Nothing)
        {
        }
    }

    internal static Task<int> LettersAsync(APortal portal) => portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.AppealBy != null, Ct));

    private static async Task UntilAsync(DirectoryInfo data, Guid batch, Func<int, bool> enough)
    {
        var file = Path.Combine(data.FullName, "portal.db");
        for (var patience = 0; !enough(int.Parse(await Sql.AskAsync(file, $"SELECT COUNT(*) FROM LetterBatchItems WHERE Letter IS NOT NULL AND Batch = '{batch.ToString().ToUpperInvariant()}'"), CultureInfo.InvariantCulture)); patience++)
        {
            Assert.True(patience < 3000, "The letters do not go out");
            await Task.Delay(20, Ct);
        }
    }

    // Each student has an account of their own, for each letter needs an addressee.
    internal static async Task<(APortal Portal, ACase[] Cases)> DecidedAsync(int count)
    {
        var (portal, first) = await Stages.AtAsync(Stage.CoSigned);
        ACase[] cases = new ACase[count];
        cases[0] = first;
        for (var n = 1; n < count; n++)
        {
            var number = $"05{n:D5}";
            await portal.AccountAsync(new AccountDraft(DemoAccounts.StudentEmail(number), $"Student {n}", [Role.Student], number, "nl"));
            await portal.ConsentAsync(DemoAccounts.StudentEmail(number));
            var taken = await portal.ImportedAsync($"C-5{n:D4}", number);
            cases[n] = new ACase(portal, taken.Id, taken.Sitting) { Student = DemoAccounts.StudentEmail(number) };
            await Stages.BringAsync(portal, cases[n], Stage.CoSigned);
        }

        portal.On(11, 20, 15);
        return (portal, cases);
    }
}
