using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>The student's own files: beside the view until it is sent, the board's from then on (Awb 4:8, 4:9).</summary>
public sealed class AttachFileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_sealed_kept_over_a_visit_and_sent_with_the_view()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        var photo = Attached.Photo(withPlace: true);
        var added = await Attached.AddAsync(portal, @case, "deur.jpg", photo);

        Assert.Equal(("deur.jpg", AttachmentType.Jpeg, photo.Length, true, (DateTimeOffset?)null), (added.Name, added.Type, (int)added.Bytes, added.TellsPlace, added.SentAt));
        Assert.Equal(photo, await portal.Get<AttachmentFiles>().ReadAsync(added, Ct));
        var atRest = await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(portal.VaultFolder, added.Id.ToString())).Single(), Ct);
        Assert.True(atRest.AsSpan().IndexOf("Exif"u8) < 0, "The bytes of the photo lie open on the disk");
        Assert.Contains((await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!.BesideDraft, file => file.Id == added.Id);
        // The next start finds it among what was committed, and verify finds no stray.
        Assert.Contains(added.Id, await portal.Get<Manifest>().CommittedAsync(Ct));

        await ACase.DoneAsync(@case.GiveViewAsync());
        var (sent, view) = await portal.ReadAsync(async db => (await db.Attachments.SingleAsync(Ct), await db.Views.SingleAsync(Ct)));
        Assert.Equal(view.ReceivedAt, sent.SentAt);
        Assert.True((await portal.Get<AttachFile>().RemoveAsync(@case.Id, added.Id, portal.Who("student").Id, Ct)) is Refused, "What was sent cannot be taken back");
        Assert.NotNull(await portal.Get<AttachmentFiles>().ReadAsync(sent, Ct));
    }

    [Fact]
    public async Task A_file_that_is_taken_away_is_destroyed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        var added = await Attached.AddAsync(portal, @case);
        await ACase.DoneAsync(portal.Get<AttachFile>().RemoveAsync(@case.Id, added.Id, portal.Who("student").Id, Ct));
        Assert.False(await portal.ReadAsync(db => db.Attachments.AnyAsync(Ct)));
        Assert.Null(await portal.Get<AttachmentFiles>().ReadAsync(added, Ct));
        Assert.False(Directory.Exists(Path.Combine(portal.VaultFolder, added.Id.ToString())));
        Assert.False(portal.Get<RecordingKeys>().Has(added.Id));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await Attached.AddAsync(portal, @case);
        var (keys, folders) = (portal.Get<RecordingKeys>().All().Count(), Directory.GetDirectories(portal.VaultFolder).Length);

        Assert.Equal(AttachmentProblem.Empty, (await Attached.TryAsync(portal, @case, "leeg.txt", [])).Problem);
        Assert.Equal(AttachmentProblem.TooLarge, (await Attached.TryAsync(portal, @case, "groot.txt", Enumerable.Repeat((byte)'a', Attachment.MostBytes + 1).ToArray())).Problem);
        Assert.Equal(AttachmentProblem.UnknownType, (await Attached.TryAsync(portal, @case, "programma.pdf", "MZ\0\0"u8.ToArray())).Problem);
        Assert.Equal(AttachmentProblem.Twice, (await Attached.TryAsync(portal, @case, "nogmaals.txt", Attached.Text)).Problem);
        foreach (var who in new[] { "s0412702@demo.example", "secretaris", "lid1", "reviewer" })
            Assert.True((await Attached.TryAsync(portal, @case, "van-een-ander.pdf", Attached.Pdf, who)).Answer is Refused, $"{who} adds a file to somebody else's view");
        Assert.Equal((1, keys, folders), (await portal.ReadAsync(db => db.Attachments.CountAsync(Ct)), portal.Get<RecordingKeys>().All().Count(), Directory.GetDirectories(portal.VaultFolder).Length));

        for (var number = 1; number < Attachment.Most; number++) await Attached.AddAsync(portal, @case, $"{number}.txt", Encoding.UTF8.GetBytes($"nummer {number}"));
        Assert.Equal(AttachmentProblem.TooMany, (await Attached.TryAsync(portal, @case, "elf.pdf", Attached.Pdf)).Problem);
    }

    /// <summary>Who was heard after all sent nothing: what lay there for it goes (AVG 5 lid 1 onder c).</summary>
    [Fact]
    public async Task What_was_never_sent_is_destroyed_once_it_cannot_be()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        var added = await Attached.AddAsync(portal, @case);
        await portal.Get<SweepAttachments>().RunAsync(Ct);
        Assert.NotNull(await portal.Get<AttachmentFiles>().ReadAsync(added, Ct));

        await ACase.DoneAsync(@case.RecordHearingAsync());
        await portal.Get<SweepAttachments>().RunAsync(Ct);
        Assert.False(await portal.ReadAsync(db => db.Attachments.AnyAsync(Ct)));
        Assert.Null(await portal.Get<AttachmentFiles>().ReadAsync(added, Ct));
    }

    /// <summary>Awb 4:8, 4:9: what is added to a view takes files by the same rules, and they are the board's from then on.</summary>
    [Fact]
    public async Task A_supplement_takes_files_that_the_board_and_the_letter_name_with_those_of_the_view()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await Attached.AddAsync(portal, @case, "bericht.txt");
        await ACase.DoneAsync(portal.On(11, 12).Then(() => @case.GiveViewAsync()));
        var added = await Attached.AddAsync(portal, @case, "deur.pdf", Attached.Pdf);
        Assert.Equal(["bericht.txt"], await NamesAsync());
        Assert.Empty(await portal.ReadAsync(db => Infrastructure.Audit.CaseVerifier.VerifyCasesAsync(db, Ct)));

        await ACase.DoneAsync(portal.On(11, 13).Then(() => @case.SupplementViewAsync("De deur stond open.")));

        Assert.Equal(["bericht.txt", "deur.pdf"], await NamesAsync());
        var said = await LookAsync("lid1", file => LetterWriter.Write(LetterKind.Valid, file.LetterMatter(new DateOnly(2026, 11, 20)), Language.Dutch).PlainText());
        Assert.Matches("bericht.txt\\s+(- |• )?deur.pdf", said);
        Assert.Equal(["bericht.txt", "deur.pdf"], (await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("secretaris").Id, file => Dossier.OfAsync(file, Ct), Ct))!.Attachments.Select(file => file.Name));
        var mine = (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
        Assert.Equal((2, 0), (mine.Attachments.Length, mine.BesideDraft.Length));
        Assert.IsType<Refused>(await portal.Get<AttachFile>().RemoveAsync(@case.Id, added.Id, portal.Who("student").Id, Ct));
        Assert.Empty(await portal.ReadAsync(db => Infrastructure.Audit.CaseVerifier.VerifyCasesAsync(db, Ct)));

        async Task<IEnumerable<string>> NamesAsync() => await LookAsync("lid1", file => file.LetterMatter(new DateOnly(2026, 11, 20)).Attachments.Select(item => item.Name).ToArray());

        async Task<T> LookAsync<T>(string who, Func<CaseFile, T> read) => (await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who(who).Id, read, Ct))!;
    }

    /// <summary>A view and everything added to it are one: neither ten files each time, nor the same file twice; and no longer than the term.</summary>
    [Fact]
    public async Task The_bound_is_that_of_the_view_with_everything_added_to_it_and_ends_with_the_term()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        for (var number = 2; number < Attachment.Most; number++) await Attached.AddAsync(portal, @case, $"{number}.txt", Encoding.UTF8.GetBytes($"nummer {number}"));
        await ACase.DoneAsync(portal.On(11, 12).Then(() => @case.GiveViewAsync()));
        Assert.Equal(AttachmentProblem.Twice, (await Attached.TryAsync(portal, @case, "nogmaals.txt", Encoding.UTF8.GetBytes("nummer 2"))).Problem);
        await Attached.AddAsync(portal, @case);
        await ACase.DoneAsync(@case.SupplementViewAsync());
        var last = await Attached.AddAsync(portal, @case, "laatste.pdf", Attached.Pdf);
        Assert.Equal(AttachmentProblem.TooMany, (await Attached.TryAsync(portal, @case, "elf.jpg", Attached.Photo(withPlace: false))).Problem);

        await portal.Get<SweepAttachments>().RunAsync(Ct);
        Assert.NotNull(await portal.Get<AttachmentFiles>().ReadAsync(last, Ct));
        // The day after the last day on which something can be added.
        portal.On(11, 18);
        Assert.Equal([Requirement.ReactionTermRuns], Assert.IsType<Refused>((await Attached.TryAsync(portal, @case, "te laat.jpg", Attached.Photo(withPlace: false))).Answer).Unmet);
        await portal.Get<SweepAttachments>().RunAsync(Ct);
        Assert.Null(await portal.Get<AttachmentFiles>().ReadAsync(last, Ct));
        Assert.Equal(Attachment.Most - 1, await portal.ReadAsync(db => db.Attachments.CountAsync(Ct)));
    }

    [Theory]
    [InlineData("UPDATE Attachments SET Name = 'iets anders.txt'")]
    [InlineData("UPDATE Attachments SET Sha256 = 'ff'")]
    [InlineData("DELETE FROM Attachments")]
    public async Task A_sent_file_that_is_changed_in_the_database_is_named_by_the_verifier(string tampering)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await Attached.AddAsync(portal, @case);
        Assert.Empty(await portal.ReadAsync(db => Infrastructure.Audit.CaseVerifier.VerifyCasesAsync(db, Ct)));
        await ACase.DoneAsync(@case.GiveViewAsync());
        Assert.Empty(await portal.ReadAsync(db => Infrastructure.Audit.CaseVerifier.VerifyCasesAsync(db, Ct)));
        await Sql.RunAsync(portal.DatabaseFile, tampering);
        var damage = Assert.Single(await portal.ReadAsync(db => Infrastructure.Audit.CaseVerifier.VerifyCasesAsync(db, Ct)));
        Assert.Contains("Attachments", damage.Details.Select(detail => detail?.ToString()));
    }

    /// <summary>The letter names what the student sent (Awb 3:46, 4:8), and the appeals board gets it (WHW 7.61 lid 3).</summary>
    [Fact]
    public async Task The_letter_names_the_files_and_the_file_of_the_appeal_holds_them()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await Attached.AddAsync(portal, @case, "bericht van de buren.txt");
        await ACase.DoneAsync(@case.GiveViewAsync());
        await ACase.DoneAsync(@case.DeliberateAsync());
        await ACase.DoneAsync(@case.DraftAsync(Drafts.Valid));
        foreach (var (language, lead) in new[] { (Language.Dutch, "Bij uw zienswijze voegde u deze bestanden:"), (Language.English, "With your view you sent these files:") })
        {
            var said = await portal.Get<CaseFiles>().LookAsync(
                @case.Id, portal.Who("lid1").Id, file => LetterWriter.Write(LetterKind.Valid, file.LetterMatter(new DateOnly(2026, 11, 20)), language).PlainText(), Ct);
            Assert.Matches($"{lead}\\s+(- |• )?bericht van de buren.txt", said!);
        }

        await using var bytes = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("secretaris").Id, file => DossierBundle.OfAsync(file, portal.Get<AttachmentFiles>(), Ct), Ct);
        using var zip = new ZipArchive(bytes!);
        using var entry = new MemoryStream();
        await using (var stream = await zip.GetEntry("attachments/01-bericht van de buren.txt")!.OpenAsync(Ct)) await stream.CopyToAsync(entry, Ct);
        Assert.Equal(Attached.Text, entry.ToArray());
    }
}
