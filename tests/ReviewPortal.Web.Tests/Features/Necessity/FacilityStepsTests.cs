using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Features.Student;
using static ReviewPortal.Core.Necessity.FacilityAction;
using static ReviewPortal.Core.Necessity.FacilityNeed;
using static ReviewPortal.Web.Tests.AFacilityRequest;

namespace ReviewPortal.Web.Tests.Features.Necessity;

/// <summary>A request for a special facility from filing to the letter, on a real database (Protocol, route 1).</summary>
public sealed class FacilityStepsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_goes_from_the_student_to_the_letter_and_the_education_office()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PublishedAsync(portal);

        var kept = await request.NowAsync();
        Assert.Equal((FacilityState.Granted, "V-2026-0001", portal.Clock.GetUtcNow()), (kept.State, kept.Number.ToString(), kept.PublishedAt));
        Assert.Equal("Protocol online proctoring van 18 januari 2021, gewijzigd op 26 oktober 2021", kept.Decision!.Protocol); // UU-R1-9
        var letter = await request.LetterAsync();
        Assert.Equal((LetterKind.FacilityGranted, null, StatutoryTerms.Appeal(new DateOnly(2026, 11, 2)).LastDay), (letter.Kind, letter.Case, letter.AppealBy));
        Assert.NotNull(letter.Code);
        Assert.Equal(64, letter.AuditRoot!.Length);
        // UU-R1-13: the outcome, and no reason.
        var line = Assert.Single(await portal.Get<FacilityViews>().ListAsync(portal.Who("coordinator").Id, Ct));
        Assert.Equal((FacilitySeen.Outcome, FacilityState.Granted, "Lotte Smit"), (line.Seen, line.State, line.Student));
        Assert.Null(await portal.Get<FacilityViews>().FindAsync(request.Number.ToString(), portal.Who("coordinator").Id, Ct));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:10, 2:25: the letter is announced by e-mail without a word of what it is about, and its log tells all of it.</summary>
    [Fact]
    public async Task The_letter_is_announced_by_mail_and_its_way_is_logged()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PublishedAsync(portal);
        // With the receipt of the request.
        Assert.Equal(2, await portal.Get<Outbox>().RunAsync(Ct));
        var letter = await request.LetterAsync();
        var progress = Assert.Single(await portal.ReadAsync(db => db.ProgressOfLetterAsync(letter.Id, Ct)));
        Assert.Equal(NotificationStand.Accepted, progress.StandAt(portal.Clock.GetUtcNow()));
        Assert.Equal("s0412701@demo.example", Assert.Single(progress.Tries).To);
        var mine = await portal.Get<MyFacilities>().FindAsync(request.Number.ToString(), By(portal, "student1"), Ct);
        Assert.Equal((NotificationStand.Accepted, letter.AppealBy), (mine!.Letter!.Mail, mine.Letter.Until));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task What_a_student_cannot_file_says_why_and_is_not_kept()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        foreach (var (draft, need) in new[]
        {
            (Draft with { Test = " " }, TestNamed), (Draft with { Course = "" }, TestNamed), (Draft with { Programme = "" }, TestNamed), (Draft with { TestOn = null }, TestDayAhead),
            (Draft with { TestOn = new DateOnly(2026, 11, 2) }, TestDayAhead), (Draft with { Explanation = " " }, ExplanationGiven), (Draft with { Reason = null }, ReasonChosen),
            (Draft with { Health = "Mijn BSN is 111222333." }, NoCitizenNumber), (Draft with { Explanation = "111222333" }, NoCitizenNumber),
            // What a test is called is no excuse for what stands in it.
            (Draft with { Test = "Statistiek 111 222 333" }, NoCitizenNumber), (Draft with { Course = "111222333" }, NoCitizenNumber),
            (Draft with { Test = new('t', FacilityLengths.Test + 1) }, WithinLength), (Draft with { Explanation = new('u', 300_000) }, WithinLength), (Draft with { Health = new('h', FacilityLengths.Health + 1) }, WithinLength),
        })
        {
            var (answer, number) = await portal.Get<RequestFacility>().FileAsync(draft, By(portal, "student1"), Ct);
            Assert.Null(number);
            Assert.Equal([need], Unmet(answer));
        }

        var (strange, _) = await portal.Get<RequestFacility>().FileAsync(Draft, By(portal, "lid1"), Ct);
        Assert.Equal(RefusalKind.NotThisRole, Assert.IsType<FacilityRefused>(strange).Kind); // UU-R1-2
        Assert.Equal(0, await portal.ReadAsync(db => db.FacilityRequests.CountAsync(Ct)));
        Assert.Equal(0, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Subject.StartsWith("facility/"), Ct)));
    }

    /// <summary>AVG 5 lid 1 onder c: where health is not the reason, nothing about it is kept.</summary>
    [Fact]
    public async Task Health_is_kept_only_where_it_is_the_reason()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        Assert.Equal("", (await (await FiledAsync(portal, Draft with { Reason = FacilityReason.EliteSportAbroad, TestOn = new DateOnly(2026, 12, 18) })).NowAsync()).HealthDetail);
        var second = await FiledAsync(portal);
        Assert.Equal((Health, "V-2026-0002"), ((await second.NowAsync()).HealthDetail, second.Number.ToString()));
    }

    /// <summary>UU-R1-3: of what the student wrote nothing stands in the audit log.</summary>
    [Fact]
    public async Task The_audit_log_tells_the_steps_and_nothing_of_what_was_written()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PublishedAsync(portal);
        var subject = $"facility/{request.Id}";
        var rows = await portal.ReadAsync(db => db.AuditRows.Where(row => row.Subject == subject).OrderBy(row => row.Seq)
            .Select(row => new { row.Action, Text = db.AuditDetails.Single(detail => detail.Seq == row.Seq).Text }).ToListAsync(Ct));
        Assert.Equal(["facility.File", "facility.ConsultExaminer", "facility.AskDirector", "facility.AnswerExaminer", "facility.AnswerDirector", "facility.Assess", "facility.Grant", "facility.Publish"], rows.Select(row => row.Action));
        Assert.All(rows, row => Assert.All(
            (string[])["rug", "Utrecht", "Health", "reizen", "aanvaardbaar", "mondeling", "Statistiek"], word => Assert.DoesNotContain(word, row.Text, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains((await request.LetterAsync()).Sha256, rows[^1].Text, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.NotEqual(row.Action, new ReviewPortal.Web.Access.AuditWords(portal.Get<Microsoft.Extensions.Localization.IStringLocalizer<ReviewPortal.Web.Access.AccessTexts>>(), Language.Dutch).Did(row.Action)));
    }

    [Fact]
    public async Task Nobody_is_asked_who_has_not_the_role_and_nobody_answers_who_was_not_asked()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        Assert.Equal([PersonNamed], Unmet(await request.AskAsync(ConsultExaminer, "lid1")));
        Assert.Equal([QuestionWritten], Unmet(await request.AskAsync(ConsultExaminer, "examinator", " ")));
        Assert.Equal([ConsultationAsked], Unmet(await request.AnswerAsync(AnswerExaminer, "secretaris")));
        Done(await request.AskAsync(AskAdvice, "studieadviseur"));
        Done(await request.AskAsync(ConsultExaminer, "examinator"));
        Assert.Equal(RefusalKind.NoCase, Assert.IsType<FacilityRefused>(await request.AnswerAsync(AnswerExaminer, "examinator2")).Kind);
        Assert.Equal([NoCitizenNumber], Unmet(await request.AnswerAsync(AnswerExaminer, "examinator", "De student heeft 111222333.")));
        Assert.Equal([AnswerWritten], Unmet(await request.AnswerAsync(GiveAdvice, "studieadviseur", "")));
        Done(await request.AnswerAsync(GiveAdvice, "studieadviseur", "Ik ken de student en bevestig dit."));
        Done(await request.AnswerAsync(AnswerExaminer, "secretaris", "Mondeling gegeven: nee."));
        Assert.Equal("Mirjam Bos", (await request.NowAsync()).Examiner!.WrittenDownBy);
        Assert.Equal([NotAnsweredYet], Unmet(await request.AskAsync(ConsultExaminer, "examinator2")));
        Done(await request.AskAsync(AskDirector, "directeur"));
        Assert.Equal([AnswerWritten], Unmet(await request.AnswerAsync(AnswerDirector, "directeur", "Tja.", agrees: null)));
    }

    /// <summary>Awb 4:7 and 3:46, from the other facts to the letter.</summary>
    [Fact]
    public async Task A_refusal_on_other_facts_hears_the_student_first()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        await request.ConsultedAsync();
        Done(await request.AssessAsync(Met with { IsSpecial = false, SpecialReasons = "Het attest noemt een andere periode.", FactsDiffer = true }));
        Assert.Equal([ViewHeard], Unmet(await request.DecideAsync(granted: false)));
        Assert.Equal([ViewDayAhead], Unmet(await request.AskViewAsync(new DateOnly(2026, 11, 2))));
        Assert.Equal([DifferenceWritten], Unmet(await request.AskViewAsync(new DateOnly(2026, 11, 9), "")));
        Done(await request.AskViewAsync(new DateOnly(2026, 11, 9)));
        Assert.Equal(RefusalKind.NoCase, Assert.IsType<FacilityRefused>(await request.GiveViewAsync("Ik niet.", "student2")).Kind);
        Done(await request.GiveViewAsync("Het attest is verlengd."));
        Assert.Equal([ViewAsked], Unmet(await request.GiveViewAsync("Nog iets.")));
        Assert.Equal([ViewAnswered], Unmet(await request.DecideAsync(granted: false)));
        // A new assessment does not undo that the facts differed.
        Done(await request.AssessAsync(Met with { IsSpecial = false, SpecialReasons = "Het attest noemt een andere periode.", FactsDiffer = false }));
        Assert.True((await request.NowAsync()).Assessment!.FactsDiffer);
        Done(await request.DecideAsync(granted: false, Words with { ReplyToView = "De verlenging loopt tot 10 december." }));
        Done(await request.PublishAsync());
        Assert.Equal(LetterKind.FacilityRefused, (await request.LetterAsync()).Kind);
    }

    /// <summary>Awb 3:40: until publication the student finds nothing, and the board can take the decision back.</summary>
    [Fact]
    public async Task A_decision_stays_inside_until_it_is_published()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        await request.ConsultedAsync();
        Done(await request.AssessAsync(Met));
        Done(await request.DecideAsync(granted: true, Words with { Reasons = Health }));
        Assert.Equal(FacilityState.Assessed, Assert.Single(await portal.Get<MyFacilities>().ListAsync(By(portal, "student1"), Ct)).State);
        Assert.Empty(await portal.Get<FacilityViews>().ListAsync(portal.Who("coordinator").Id, Ct));
        // What the student stated about health was copied into the reasons (AVG 9).
        Assert.Equal([LetterWithoutFaults], Unmet(await request.PublishAsync()));
        Assert.Null((await request.NowAsync()).PublishedAt);
        Done(await request.ReopenAsync());
        // Awb 2:18: who decides, and who makes it known, shows to be who they are.
        Assert.Equal([SignedAfresh], Unmet(await request.DecideAsync(granted: true, signs: false)));
        Done(await request.DecideAsync(granted: true));
        Assert.Equal([SignedAfresh], Unmet(await request.PublishAsync(signs: false)));
        Done(await request.PublishAsync());
        Assert.Equal([NotPublished], Unmet(await request.ReopenAsync()));
        Assert.Equal([NotPublished], Unmet(await request.WithdrawAsync()));
        Assert.Equal(1, await portal.ReadAsync(db => db.Letters.CountAsync(Ct)));
    }

    /// <summary>Awb 2:8: without the student's agreement the letter goes otherwise.</summary>
    [Fact]
    public async Task Without_agreement_the_letter_does_not_go_through_the_portal()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await WithdrawAgreementAsync(portal);
        var request = await FiledAsync(portal);
        await request.ConsultedAsync();
        Done(await request.AssessAsync(Met));
        Done(await request.DecideAsync(granted: true));
        Assert.Equal([DeliveryAgreed], Unmet(await request.PublishAsync()));
        // Awb 3:41: what the post cannot bring is not made known.
        foreach (var address in (string[])["", "Utrecht", "Kapelstraat 118\nUtrecht"]) Assert.Equal([PostalAddressKnown], Unmet(await request.PublishAsync(SendingChannel.Post, "3SABC123", address: address)));
        Assert.Equal([AddressWithinBounds], Unmet(await request.PublishAsync(SendingChannel.Post, "3SABC123", address: new string('x', 101) + "\n3572 CN Utrecht")));
        Assert.Equal([AddressPrintable], Unmet(await request.PublishAsync(SendingChannel.Post, "3SABC123", address: "\u0634\u0627\u0631\u0639 1\n3572 CN Utrecht")));
        Assert.Equal([AddressPrintable], Unmet(await request.PublishAsync(SendingChannel.Post, "3SABC123", address: "\u202Egnirpseb 1\n3572 CN Utrecht")));
        Assert.Equal([NoCitizenNumber], Unmet(await request.PublishAsync(SendingChannel.Post, "3SABC123", address: "Kapelstraat 118\n111 222 333\n3572 CN Utrecht")));
        Done(await request.PublishAsync(SendingChannel.Post, "3SABC123", address: "Kapelstraat 118-bis A\n\n3572 CN Utrecht "));
        Assert.Equal(0, await portal.ReadAsync(db => db.Notifications.CountAsync(Ct)));
        var sending = await portal.ReadAsync(db => db.Sendings.SingleAsync(Ct));
        Assert.Equal(("3SABC123", "Kapelstraat 118-bis A\n3572 CN Utrecht"), (sending.Proof, sending.Address));
        Assert.True(new PrintedWords(await portal.ReadAsync(db => db.Files.Select(file => file.Content).SingleAsync(Ct))).Have("Kapelstraat 118-bis A 3572 CN Utrecht"));
    }

    [Fact]
    public async Task Who_acts_on_an_older_page_is_told_so()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        Done(await request.AskAsync(ConsultExaminer, "examinator"));
        var answer = await portal.Get<RequestFacility>().WithdrawAsync(new(request.Id, 1), By(portal, "student1"), Ct);
        Assert.Equal(RefusalKind.ChangedMeanwhile, Assert.IsType<FacilityRefused>(answer).Kind);
        Done(await request.WithdrawAsync());
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<FacilityRefused>(await request.AssessAsync(Met)).Kind);
    }

    [Fact]
    public async Task Two_requests_at_once_get_two_numbers()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var filed = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => portal.Get<RequestFacility>().FileAsync(Draft with { Test = $"Toets {one}" }, By(portal, "student1"), Ct)));
        Assert.Equal(8, filed.Select(item => item.Number).Distinct().Count());
    }

    /// <summary>What was changed behind the portal's back is named.</summary>
    [Theory]
    [InlineData("UPDATE FacilityRequests SET Explanation = 'Iets anders.'", DamageKind.Content)]
    [InlineData("UPDATE FacilityRequests SET Decision = replace(Decision, 'aanvaardbaar', 'onaanvaardbaar')", DamageKind.Content)]
    [InlineData("UPDATE Sendings SET Proof = 'x'", DamageKind.Content)]
    // What no record of ours reads: a column, and a value within one.
    [InlineData("ALTER TABLE FacilityRequests ADD COLUMN Extra TEXT; UPDATE FacilityRequests SET Extra = 'x'", DamageKind.Content)]
    [InlineData("UPDATE FacilityRequests SET Decision = json_set(Decision, '$.unknown', 'x')", DamageKind.Content)]
    [InlineData("UPDATE Receipts SET At = At + 1", DamageKind.Content)]
    [InlineData("DELETE FROM Receipts", DamageKind.Content)]
    [InlineData("DELETE FROM Files", DamageKind.LetterFile)]
    [InlineData("UPDATE Letters SET FirstOpenedAt = PublishedAt + 1", DamageKind.Opening)]
    [InlineData("DELETE FROM Notifications; DELETE FROM Sendings; DELETE FROM Letters", DamageKind.Letter)]
    [InlineData("DELETE FROM AuditRows WHERE Action = 'facility.Publish'", DamageKind.Timeline)]
    public async Task Damage_is_named(string damage, DamageKind kind)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await PublishedAsync(portal);
        await Sql.RunAsync(portal.DatabaseFile, damage);
        Assert.Contains(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)), found => found.Kind == kind && $"{found.Details[0]}" == "V-2026-0001");
    }

    /// <summary>AVG 5 lid 1 onder c, AVG 9: a list reads nothing of what the student wrote.</summary>
    [Fact]
    public async Task A_list_does_not_read_what_the_student_wrote()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        var slip = Assert.Single(await portal.ReadAsync(db => db.SlipsAsync(_ => true, Ct)));
        Assert.Equal((request.Number, FacilityState.Requested, "", ""), (slip.Number, slip.State, slip.HealthDetail, slip.Explanation));
        Assert.True(Assert.Single(await portal.Get<FacilityViews>().ListAsync(By(portal, "secretaris"), Ct)).IsWaiting);
    }

    /// <summary>Awb 2:20, 2:21: also an appeal against the answer to a request can come late because of an outage.</summary>
    [Fact]
    public async Task An_outage_touches_the_letter_on_a_request_too()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PublishedAsync(portal);
        var last = (await request.LetterAsync()).AppealBy!.Value;
        portal.On(last.AddDays(1));
        Assert.Null(await portal.Get<Outages>().EnterAsync(new OutageDraft(last.ToDateTime(new(12, 0)), last.ToDateTime(new(18, 0)), "Niets ging."), By(portal, "beheer"), Ct));
        Assert.Equal((null, request.Number), (await portal.Get<Outages>().TouchedAsync(By(portal, "secretaris"), Ct)).Select(touched => (touched.Case, touched.Request!.Value)).Single());
    }

    [Fact]
    public async Task A_change_that_the_next_step_covered_up_is_named()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE FacilityRequests SET Explanation = 'Iets anders.'");
        Done(await request.AskAsync(ConsultExaminer, "examinator"));
        Assert.Equal(DamageKind.Strange, Assert.Single(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct))).Kind);
    }
}
