using System.Collections.Immutable;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Tests.Import.Stills;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>Who comes to the door of a case: a demo account with what ties it to the case, or nobody who is known.</summary>
internal sealed record Caller(string? Email, ImmutableArray<Role> Roles, ImmutableArray<Tie> Ties, bool IsTheStudent)
{
    public static readonly Caller Stranger = new(null, [], [], IsTheStudent: false);

    /// <summary>Every account of the demo's staff, the student of the case and another one, and a stranger.</summary>
    public static IEnumerable<Caller> All(Stage stage) => DemoAccounts.Staff.Concat(DemoAccounts.Students.Take(2))
        .Select(draft => new Caller(draft.Email, draft.Roles, TiesOf(draft, stage), draft.StudentNumber == ADelivery.StudentNumber))
        .Append(Stranger);

    /// <summary>What the table of sight says, read row by row.</summary>
    public bool Enters(CaseState state, Room room) => Rows(state).Any(row => row.Rooms.Contains(room));

    public bool Plays(CaseState state) => Rows(state).Any(row => row.MayPlay);

    public bool Sees(CaseState state) => Rows(state).Any();

    private IEnumerable<SightRow> Rows(CaseState state) =>
        CaseSight.Table.Where(row => Roles.Contains(row.Role) && (row.Tie is Tie.None || Ties.Contains(row.Tie)) && row.States.Contains(state));

    private static ImmutableArray<Tie> TiesOf(AccountDraft draft, Stage stage) => draft.Email switch
    {
        _ when draft.Email == DemoAccounts.Email("reviewer") && stage is not Stage.Imported => [Tie.Reviewer],
        _ when draft.Email == DemoAccounts.Email("tweede") && stage is not (Stage.Imported or Stage.InReview or Stage.Marked or Stage.SecondReview or Stage.Cleared) => [Tie.SecondReviewer],
        ADelivery.Examiner => [Tie.Examiner],
        _ => [],
    };
}

/// <summary>One address, and for whom it opens.</summary>
/// <param name="Reveals">What the answer must hold for those for whom it is, and must not hold for others; null when the status says it.</param>
internal sealed record Door(string Address, Func<Caller, bool> Opens, string? Reveals = null)
{
    /// <summary>It gives something of the case; otherwise it opens for a role, whatever the case.</summary>
    public bool IsOfTheCase { get; init; } = true;

    /// <summary>Every address over HTTP that gives something of a case, or a page that opens for a role.</summary>
    public static async Task<IReadOnlyList<Door>> AllAsync(APortal portal, ACase @case)
    {
        var ct = TestContext.Current.CancellationToken;
        var now = await @case.NowAsync();
        var (number, state) = (now.Number, now.State);
        var recording = (await portal.ReadAsync(db => db.Recordings.OrderBy(item => item.File).LastAsync(ct))).Id;
        var invited = await portal.ReadAsync(db => db.Invitations.AnyAsync(ct));
        var signed = await portal.ReadAsync(db => db.ProcessenVerbaal.AnyAsync(report => report.SignedAt != null, ct));
        var drafted = await portal.ReadAsync(db => db.Decisions.AnyAsync(ct));
        var planned = await portal.ReadAsync(db => db.Hearings.AnyAsync(hearing => hearing.PlannedAt != null, ct));
        var session = await portal.ReadAsync(db => db.Sessions.Select(item => (DateOnly?)item.Date).FirstOrDefaultAsync(ct));
        var returned = await portal.ReadAsync(db => db.MailReports.Select(report => report.Id).ToListAsync(ct));
        var letters = await portal.ReadAsync(db => db.Letters.Select(letter => letter.Id).ToListAsync(ct));

        // As if it had been measured.
        foreach (var name in new[] { DerivedFiles.Storyboard, DerivedFiles.Waveform }) await portal.Get<DerivedFiles>().WriteAsync(recording, name, new MemoryStream([1, 2, 3]), ct);

        var stills = await portal.PicturesAsync(@case, 1);
        var exhibit = await AnExhibit.LaidAsync(portal, @case);
        var revealed = await portal.ReadAsync(db => db.Assignments.AnyAsync(item => item.Opinion != null, ct));
        // Sent, because what was not is swept away while the portal serves; that the board does not see it is tried with the box.
        var attachment = await Attached.LaidAsync(portal, @case, sent: true);
        var appealed = await portal.ReadAsync(db => db.Appeals.AnyAsync(ct));

        return
        [
            new(Links.Media(recording), caller => caller.Plays(state)),
            new(Links.Storyboard(recording), caller => caller.Plays(state)),
            new(Links.Waveform(recording), caller => caller.Plays(state)),
            new(Links.Still(stills, 0), caller => caller.Plays(state)),
            new(Links.Signals(number), caller => caller.Plays(state) && caller.Enters(state, Room.Review)),
            new(Links.Frames(number, recording), caller => caller.Plays(state) && caller.Enters(state, Room.Review)),
            new(Links.Loudness(number, recording), caller => caller.Plays(state) && caller.Enters(state, Room.Review)),
            new(Links.Exhibit(number, exhibit, "1"), caller => caller.Enters(state, Room.Review) && caller.Plays(state) && (caller.Ties.Contains(Tie.Reviewer) || (revealed && caller.Ties.Contains(Tie.SecondReviewer)))),
            new(Links.ExhibitOriginal(number, exhibit), caller => caller.Enters(state, Room.Review) && caller.Plays(state) && caller.Ties.Contains(Tie.Reviewer)),
            new(Links.ReportPdf(number), caller => signed && (caller.Enters(state, Room.ProcesVerbaal) || (caller.IsTheStudent && invited))),
            new(Links.ReportPreview(number, "nl", 1), caller => state is CaseState.SecondReview && caller.Ties.Contains(Tie.Reviewer)),
            // A request for a facility that is not there; FacilityDoorsTests goes through those that are.
            new(Links.FacilityPreview(new FacilityNumber(2026, 1), "nl", 1), _ => false),
            new(Links.LetterPreview(number, "nl", 1), caller => drafted && caller.Enters(state, Room.Decisions)),
            .. letters.Select(letter => new Door(Links.LetterPdf(letter), caller => caller.IsTheStudent || caller.Enters(state, Room.Letters) || caller.Enters(state, Room.Committee))),
            .. letters.Select(letter => new Door(Links.DeliveryLog(letter), caller => caller.IsTheStudent || (caller.Roles.Contains(Role.BoardSecretary) && caller.Enters(state, Room.Letters)))),
            new(Links.HouseTextsPreview(null, "", "nl", 1), caller => caller.Roles.Contains(Role.BoardSecretary)) { IsOfTheCase = false },
            new(Links.HearingCalendar(number), caller => planned && (caller.IsTheStudent || caller.Enters(state, Room.Committee))),
            // The student sees the own file; the board once it was sent.
            new(Links.Attachment(number, attachment), caller => caller.IsTheStudent || caller.Enters(state, Room.Committee)),
            new(Links.SessionCalendar(session ?? new DateOnly(2026, 11, 16)), caller => session is not null && caller.Enters(state, Room.Committee)),
            new(Links.Dossier(number), caller => appealed && caller.Enters(state, Room.Appeals)),
            // Whoever holds a letter may ask whether it was issued.
            new(Links.VerifyLetter, _ => true) { IsOfTheCase = false },
            .. returned.Select(report => new Door(Links.ReturnedMail(report), caller => caller.Roles.Contains(Role.BoardSecretary) && caller.Enters(state, Room.Letters))),
            new(Links.ReturnedMail(Guid.NewGuid()), _ => false),
            // An upload of somebody else's: whoever asks, it is not there.
            new(Links.ApiUpload(Guid.NewGuid()), _ => false),
            new(Links.CasesCsv, caller => caller.Sees(state), Reveals: number.ToString()),
            new(Links.SittingsCsv, caller => caller.Sees(state), Reveals: number.ToString()),
            new(Links.WorkloadCsv, caller => caller.Roles.Any(role => role is Role.Coordinator or Role.Reviewer or Role.SecondReviewer)) { IsOfTheCase = false },
            new(Links.AuditCsv, caller => caller.Roles.Contains(Role.DataProtectionOfficer) || caller.Roles.Contains(Role.Administrator)) { IsOfTheCase = false },
            new(Links.BsnIncidentsCsv, caller => caller.Roles.Contains(Role.DataProtectionOfficer)) { IsOfTheCase = false },
            new(Links.Supplier(await portal.ReadAsync(db => db.Suppliers.Select(item => item.Id).FirstAsync(ct))), caller => caller.Roles.Any(role => role is Role.DataProtectionOfficer or Role.Coordinator or Role.Administrator)) { IsOfTheCase = false },
            .. RolePages.Table.Select(page => new Door(page.Address, caller => page.Roles.Any(role => caller.Roles.Contains(role))) { IsOfTheCase = false }),
        ];
    }

    /// <returns>What is wrong, as a line; null when the door did what the table says.</returns>
    public async Task<string?> TryAsync(Visitor visitor, Caller caller)
    {
        using var answer = await visitor.GetAsync(Address);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var opened = answer.StatusCode is HttpStatusCode.OK && (Reveals is null || body.Contains(Reveals, StringComparison.Ordinal));
        var shut = caller.Email is null
            ? Address.StartsWith("/api/", StringComparison.Ordinal) ? answer.StatusCode is HttpStatusCode.Unauthorized : answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location?.AbsolutePath == Links.SignIn
            : Reveals is not null ? !opened : answer.StatusCode is HttpStatusCode.NotFound || IsToNoAccess(answer);
        return (Opens(caller) ? opened : shut) ? null : $"{caller.Email ?? "a stranger"} at {Address}: {(int)answer.StatusCode}, and the table says {(Opens(caller) ? "open" : "shut")}";
    }

    private static bool IsToNoAccess(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location?.AbsolutePath is "/no-access";
}
