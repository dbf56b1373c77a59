using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Review;

namespace ReviewPortal.Web.Tests.Features.Review;

/// <summary>A frame beside a mark: whose, how it lies there, what is seen of it, and when it goes.</summary>
public sealed class TakeExhibitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_frame_is_kept_as_it_was_taken_with_who_when_and_where()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var frame = await AnExhibit.AtAsync(portal, @case);
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        Assert.Equal(
            (frame.Mark, frame.Recording, TrackRole.Webcam, 1.2, 160, 90, portal.Who("reviewer").Id, "Noor van Dam", portal.Clock.GetUtcNow()),
            (exhibit.Mark, exhibit.Recording, exhibit.Role, exhibit.At, exhibit.Width, exhibit.Height, exhibit.By, exhibit.ByName, exhibit.TakenAt));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(frame.Png)), exhibit.Sha256);
        Assert.Equal(frame.Png, await portal.Get<ExhibitFiles>().OriginalAsync(exhibit, Ct));
        Assert.Equal(frame.Png, await portal.Get<ExhibitFiles>().ShownAsync(exhibit, Ct));
    }

    /// <summary>AVG 5 lid 2: a frame is a copy of what a camera saw of somebody.</summary>
    [Fact]
    public async Task Who_made_a_copy_and_what_became_of_it_is_written_down()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var (take, by) = (portal.Get<TakeExhibit>(), portal.Who("reviewer").Id);
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        await ACase.DoneAsync(take.MaskAsync(@case.Id, exhibit.Id, [new(20, 10, 30, 20, MaskReason.Bsn)], by, Ct));
        await ACase.DoneAsync(take.RemoveAsync(@case.Id, exhibit.Id, by, Ct));
        await ACase.DoneAsync(take.RestoreAsync(@case.Id, exhibit.Id, by, Ct));

        var rows = await portal.ReadAsync(db => db.AuditRows.Where(row => EF.Functions.Like(row.Action, "exhibit.%")).OrderBy(row => row.Seq).ToListAsync(Ct));
        Assert.Equal(["exhibit.take", "exhibit.mask", "exhibit.remove", "exhibit.restore"], rows.Select(row => row.Action));
        var said = await portal.ReadAsync(db => db.AuditDetails.ToDictionaryAsync(detail => detail.Seq, detail => detail.Text, Ct));
        Assert.All(rows, row => Assert.Contains(exhibit.Sha256, said[row.Seq], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_picture_nothing_lies_open_and_it_is_destroyed_with_its_recording()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        var needle = Encoding.Latin1.GetString(AnExhibit.Frame()[60..140]);
        foreach (var file in portal.Folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is not ".gate"))
        {
            using var open = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes, Ct);
            var text = Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            Assert.False(text.Contains(needle, StringComparison.Ordinal) || text.Contains("\u0089PNG\r\n", StringComparison.Ordinal), file.Name);
        }

        await portal.Get<RecordingVault>().DestroyAsync(exhibit.Recording, Ct);
        Assert.Null(await portal.Get<ExhibitFiles>().OriginalAsync(exhibit, Ct));
        Assert.Empty(Directory.EnumerateFiles(portal.VaultFolder, $"*{exhibit.Id:N}*", SearchOption.AllDirectories));
    }

    /// <summary>The copy is made here from the original, so that no browser can send one that is not masked.</summary>
    [Fact]
    public async Task What_is_masked_is_one_colour_in_what_is_shown_and_stays_in_the_sealed_original()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        Mask[] asked = [new(20, 10, 30, 20, MaskReason.Bsn), new(150, 80, 400, 400, MaskReason.Bystander), new(900, 900, 5, 5, MaskReason.Other), new(0, 0, 5, 5, (MaskReason)77)];
        await ACase.DoneAsync(portal.Get<TakeExhibit>().MaskAsync(@case.Id, exhibit.Id, [.. asked], portal.Who("reviewer").Id, Ct));

        var masked = await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct));
        Assert.Equal([new(20, 10, 30, 20, MaskReason.Bsn), new(150, 80, 10, 10, MaskReason.Bystander)], masked.Masks);
        var shown = PngPicture.Read(await portal.Get<ExhibitFiles>().ShownAsync(masked, Ct))!;
        for (var at = 0; at < 160 * 90; at++)
        {
            var (x, y) = (at % 160, at / 160);
            var covered = x is >= 20 and < 50 && y is >= 10 and < 30 || x >= 150 && y >= 80;
            Assert.Equal(covered ? ((byte)0, (byte)0, (byte)0) : AnExhibit.Colour(x, y), shown[x, y]);
        }

        Assert.Equal(AnExhibit.Frame(), await portal.Get<ExhibitFiles>().OriginalAsync(masked, Ct));
    }

    [Fact]
    public async Task What_is_no_moment_of_this_sitting_or_no_picture_is_not_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var other = await portal.ImportedAsync("C-2", "0412702");
        var foreign = await portal.ReadAsync(db => db.Recordings.Where(item => item.Sitting == other.Sitting).Select(item => item.Id).FirstAsync(Ct));
        var frame = await AnExhibit.AtAsync(portal, @case);
        foreach (var wrong in new[] { frame with { Recording = foreign }, frame with { Recording = Guid.NewGuid() }, frame with { At = 6000 }, frame with { At = -3 }, frame with { At = double.NaN } })
            Assert.Equal(ExhibitProblem.NotRecorded, (await TakeAsync(portal, @case, wrong)).Problem);
        foreach (var wrong in new[] { "GIF89a"u8.ToArray(), [], [.. frame.Png, 0], Import.Stills.APicture.Png(640, 480), Import.Stills.APicture.Jpeg(640, 480) })
            Assert.Equal(ExhibitProblem.NoPicture, (await TakeAsync(portal, @case, frame with { Png = wrong })).Problem);
        Assert.Equal(0, await portal.ReadAsync(db => db.Exhibits.CountAsync(Ct)));
        Assert.Empty(Directory.EnumerateFiles(portal.VaultFolder, "exhibit-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Beside_one_mark_stand_a_dozen_at_the_most()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var frame = await AnExhibit.AtAsync(portal, @case, png: AnExhibit.Frame(4, 4));
        for (var time = 0; time < TakeExhibit.MostPerMark; time++) Assert.Null((await TakeAsync(portal, @case, frame)).Problem);
        Assert.Equal(ExhibitProblem.TooMany, (await TakeAsync(portal, @case, frame)).Problem);
    }

    [Fact]
    public async Task Nobody_puts_a_picture_beside_somebody_elses_mark_or_touches_one()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        await ACase.DoneAsync(@case.AskSecondReviewAsync());
        await ACase.DoneAsync(@case.TakeSecondReviewAsync());
        var (take, second) = (portal.Get<TakeExhibit>(), portal.Who("tweede").Id);
        var frame = await AnExhibit.AtAsync(portal, @case);
        Assert.Equal([Requirement.OwnReview], Assert.IsType<Refused>((await take.RunAsync(@case.Id, frame, second, Ct)).Answer).Unmet);
        foreach (var answer in new[]
        {
            await take.MaskAsync(@case.Id, exhibit.Id, [new(0, 0, 9, 9, MaskReason.Other)], second, Ct), await take.RemoveAsync(@case.Id, exhibit.Id, second, Ct),
            await take.RemoveAsync(@case.Id, exhibit.Id, portal.Who("secretaris").Id, Ct), await take.MaskAsync(@case.Id, exhibit.Id, [], portal.Who("lid1").Id, Ct),
        }) Assert.IsType<Refused>(answer);
        Assert.Equal((1, 0), await portal.ReadAsync(async db => (await db.Exhibits.CountAsync(item => item.RemovedAt == null, Ct), (await db.Exhibits.SingleAsync(Ct)).Masks.Length)));
    }

    /// <summary>The marks are fixed when the second reviewer is asked; a bystander who is first noticed in the preview can be covered until the signature.</summary>
    [Fact]
    public async Task Until_the_signature_it_can_be_masked_and_after_it_nothing_changes()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        var (take, by, frame) = (portal.Get<TakeExhibit>(), portal.Who("reviewer").Id, await AnExhibit.AtAsync(portal, @case));
        await ToReportAsync(portal, @case);
        Assert.IsType<Refused>((await take.RunAsync(@case.Id, frame, by, Ct)).Answer);
        Assert.IsType<Refused>(await take.RemoveAsync(@case.Id, exhibit.Id, by, Ct));
        await ACase.DoneAsync(take.MaskAsync(@case.Id, exhibit.Id, [new(1, 2, 3, 4, MaskReason.Bystander)], by, Ct));
        await ACase.DoneAsync(@case.SignReportAsync());

        Assert.IsType<Refused>((await take.RunAsync(@case.Id, frame, by, Ct)).Answer);
        Assert.IsType<Refused>(await take.MaskAsync(@case.Id, exhibit.Id, [], by, Ct));
        Assert.IsType<Refused>(await take.RemoveAsync(@case.Id, exhibit.Id, by, Ct));
        Assert.Equal([new(1, 2, 3, 4, MaskReason.Bystander)], (await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct))).Masks);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Exhibits SET Masks = '[]'");
        Assert.Contains(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)), found => found.Details.Contains("Exhibits"));
    }

    /// <summary>What the board and the student read shows the masked picture: the covered points are in no stream of the file.</summary>
    [Fact]
    public async Task The_signed_report_holds_the_masked_picture_with_its_text_for_who_cannot_see_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        await ACase.DoneAsync(portal.Get<TakeExhibit>().MaskAsync(@case.Id, exhibit.Id, [new(0, 0, 160, 90, MaskReason.Bystander)], portal.Who("reviewer").Id, Ct));
        await ToReportAsync(portal, @case);
        await ACase.DoneAsync(@case.SignReportAsync());
        using var pdf = new Pdf.PrintedPdf((await portal.ReadAsync(db => db.Files.SingleAsync(Ct))).Content);
        Assert.Contains("Figure", pdf.Structure());
        Assert.Contains("Bijlage 1. Laptopcamera", string.Concat(pdf.Pages()), StringComparison.Ordinal);
        Assert.DoesNotContain("/Interpolate true", pdf.Raw, StringComparison.Ordinal);
        Assert.Contains("No syntax", pdf.Check(), StringComparison.Ordinal);
        var bare = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("reviewer").Id, file => portal.Get<DocumentPress>().PreviewReportAsync(file, Language.Dutch, Ct), Ct);
        Assert.NotNull(bare);
    }

    [Fact]
    public async Task A_picture_that_is_taken_away_can_be_brought_back_for_an_hour_and_is_then_destroyed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        var (take, sweep, by) = (portal.Get<TakeExhibit>(), portal.Get<SweepExhibits>(), portal.Who("reviewer").Id);
        await ACase.DoneAsync(take.RemoveAsync(@case.Id, exhibit.Id, by, Ct));
        portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(59));
        await sweep.RunAsync(Ct);
        await ACase.DoneAsync(take.RestoreAsync(@case.Id, exhibit.Id, by, Ct));
        portal.Clock.Set(portal.Clock.GetUtcNow().AddHours(2));
        await sweep.RunAsync(Ct);
        Assert.NotNull(await portal.Get<ExhibitFiles>().OriginalAsync(exhibit, Ct));

        await ACase.DoneAsync(take.RemoveAsync(@case.Id, exhibit.Id, by, Ct));
        portal.Clock.Set(portal.Clock.GetUtcNow().AddHours(2));
        await sweep.RunAsync(Ct);
        Assert.Null(await portal.Get<ExhibitFiles>().OriginalAsync(exhibit, Ct));
        Assert.Equal(0, await portal.ReadAsync(db => db.Exhibits.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_mark_takes_its_pictures_with_it_and_brings_them_back()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        await ACase.DoneAsync(portal.Get<Mark>().RemoveAsync(@case.Id, exhibit.Mark, portal.Who("reviewer").Id, Ct));
        Assert.NotNull((await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct))).RemovedAt);
        await ACase.DoneAsync(portal.Get<Mark>().KeepAsync(@case.Id, Again(exhibit.Mark) with { Exhibits = [exhibit.Id] }, portal.Who("reviewer").Id, Ct));
        Assert.Null((await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct))).RemovedAt);
    }

    [Fact]
    public async Task A_picture_that_was_taken_away_does_not_come_back_with_its_mark()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var (exhibit, by) = (await AnExhibit.TakenAsync(portal, @case), portal.Who("reviewer").Id);
        await ACase.DoneAsync(portal.Get<TakeExhibit>().RemoveAsync(@case.Id, exhibit.Id, by, Ct));
        await ACase.DoneAsync(portal.Get<Mark>().RemoveAsync(@case.Id, exhibit.Mark, by, Ct));
        await ACase.DoneAsync(portal.Get<Mark>().KeepAsync(@case.Id, Again(exhibit.Mark), by, Ct));
        Assert.NotNull((await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct))).RemovedAt);
    }

    /// <summary>What was taken away is no part of what a step states: sweeping it afterwards breaks nothing.</summary>
    [Fact]
    public async Task Sweeping_after_a_signature_leaves_the_case_whole()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var (kept, gone) = (await AnExhibit.TakenAsync(portal, @case), await AnExhibit.TakenAsync(portal, @case, png: AnExhibit.Frame(8, 8)));
        await ACase.DoneAsync(portal.Get<TakeExhibit>().RemoveAsync(@case.Id, gone.Id, portal.Who("reviewer").Id, Ct));
        await ToReportAsync(portal, @case);
        await ACase.DoneAsync(@case.SignReportAsync());
        portal.Clock.Set(portal.Clock.GetUtcNow().AddHours(2));
        await portal.Get<SweepExhibits>().RunAsync(Ct);
        Assert.Equal(kept.Id, (await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct))).Id);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    private static MarkedMoment Again(Guid mark) => new(mark, new Fragment(1, 3), "SOUND", "Een radio is te horen.", "", null);

    private static Task<(Answer? Answer, ExhibitProblem? Problem)> TakeAsync(APortal portal, ACase @case, TakenFrame frame) =>
        portal.Get<TakeExhibit>().RunAsync(@case.Id, frame, portal.Who("reviewer").Id, Ct);

    private static async Task ToReportAsync(APortal portal, ACase @case)
    {
        await ACase.DoneAsync(@case.AskSecondReviewAsync());
        await ACase.DoneAsync(@case.TakeSecondReviewAsync());
        await ACase.DoneAsync(@case.WatchAsync("tweede"));
        await ACase.DoneAsync(@case.WriteReasonsAsync());
        await ACase.DoneAsync(@case.GiveOpinionAsync());
        await ACase.DoneAsync(@case.WriteReportAsync());
    }
}
