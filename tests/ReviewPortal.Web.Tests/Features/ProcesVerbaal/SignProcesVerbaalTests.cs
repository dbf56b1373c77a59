using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Web.Features.ProcesVerbaal;

namespace ReviewPortal.Web.Tests.Features.ProcesVerbaal;

public sealed class SignProcesVerbaalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_signed_report_is_kept_as_bytes_under_their_own_hash()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Reported);
        await using var closing = portal;
        var report = await portal.ReadAsync(db => db.ProcessenVerbaal.SingleAsync(Ct));
        var file = await portal.ReadAsync(db => db.Files.SingleAsync(Ct));
        Assert.Equal((portal.Who("reviewer").Id, "Noor van Dam", portal.Clock.GetUtcNow()), (report.SignedBy!.Value, report.SignedByName, report.SignedAt));
        Assert.Equal((report.Sha256, report.Sha256), (file.Sha256, Convert.ToHexStringLower(SHA256.HashData(file.Content))));
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(file.Content[..5]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_nothing_of_it_can_be_written_again()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        var before = await portal.DumpAsync();
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.WriteReportAsync()).Kind);
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.SignReportAsync()).Kind);
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.MarkAsync()).Kind);
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Theory]
    [InlineData(Stage.Reported)]
    [InlineData(Stage.UnderInvestigation)]
    public async Task A_correction_is_an_addendum_and_the_signed_bytes_stay_as_they_are(Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var files = await portal.ReadAsync(db => db.Files.Select(item => item.Sha256).ToListAsync(Ct));

        await ACase.DoneAsync(@case.AddAddendumAsync("  De tijd in regel 2 moet 00:00:02 zijn. "));

        var addendum = await portal.ReadAsync(db => db.Addenda.SingleAsync(Ct));
        Assert.Equal(("De tijd in regel 2 moet 00:00:02 zijn.", "Noor van Dam", portal.Clock.GetUtcNow()), (addendum.Text, addendum.ByName, addendum.At));
        Assert.Equal(files, await portal.ReadAsync(db => db.Files.Select(item => item.Sha256).ToListAsync(Ct)));
    }

    /// <summary>Two tabs: what one of them wrote is not wiped by a click in the other, which has not seen it.</summary>
    [Fact]
    public async Task What_another_tab_wrote_is_not_overwritten_and_not_signed_unseen()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReportWritten);
        await using var _ = portal;
        var (by, write) = (portal.Who("reviewer").Id, portal.Get<WriteProcesVerbaal>());
        var first = (await portal.ReadAsync(db => db.ProcessenVerbaal.SingleAsync(Ct))).ToDraft();
        var written = first with { Inference = "Vermoeden van een onregelmatigheid, uitgebreid beschreven. " };
        await ACase.DoneAsync(write.RunAsync(@case.Id, written, first, by, Ct));

        var stale = first with { BsnVisible = true };
        Assert.Equal(RefusalKind.ChangedMeanwhile, Assert.IsType<Refused>(await write.RunAsync(@case.Id, stale, first, by, Ct)).Kind);
        Assert.Equal([Requirement.ReportAsShown], Assert.IsType<Refused>(await portal.Get<SignProcesVerbaal>().RunAsync(@case.Latest, first, portal.Signed("reviewer"), Ct)).Unmet);
        Assert.Equal(written.AsKept(), (await portal.ReadAsync(db => db.ProcessenVerbaal.SingleAsync(Ct))).ToDraft());

        // Told twice, as after a lost connection, it is no change of somebody else's.
        await ACase.DoneAsync(write.RunAsync(@case.Id, written, first, by, Ct));
        await ACase.DoneAsync(portal.Get<SignProcesVerbaal>().RunAsync(@case.Latest, written, portal.Signed("reviewer"), Ct));
    }

    /// <summary>AVG 87: what the second reviewer reported is another sighting than the one the signer ticked.</summary>
    [Fact]
    public async Task Who_ticks_a_visible_number_reports_it_although_somebody_else_reported_one()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.SecondReviewTaken);
        await using var closing = portal;
        await ACase.DoneAsync(@case.ReportBsnAsync("tweede"));
        await ACase.DoneAsync(@case.WatchAsync("tweede"));
        await ACase.DoneAsync(@case.WriteReasonsAsync());
        await ACase.DoneAsync(@case.GiveOpinionAsync());
        await ACase.DoneAsync(portal.Get<WriteProcesVerbaal>().RunAsync(
            @case.Id, new ProcesVerbaalDraft(Suspicion.Irregularity, "Vermoeden van een onregelmatigheid: de student was niet alleen.", "", "alone", IdentityCheck.Confirmed, BsnVisible: true), null, portal.Who("reviewer").Id, Ct));
        await ACase.DoneAsync(@case.SignReportAsync());
        Assert.Equal([portal.Who("tweede").Id, portal.Who("reviewer").Id], await portal.ReadAsync(db => db.BsnIncidents.OrderBy(item => item.At).Select(item => item.By).ToListAsync(Ct)));
    }

    /// <summary>Whoever hears of a report hears of it from the board: its number is unknown to the student until then (UU-REV-5).</summary>
    [Fact]
    public async Task Signing_sends_the_student_nothing()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Reported);
        await using var closing = portal;
        Assert.Equal(0, await portal.ReadAsync(db => db.Letters.CountAsync(Ct)));
    }
}
