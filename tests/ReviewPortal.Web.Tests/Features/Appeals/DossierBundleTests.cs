using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>The file for the appeals board: whole, and checkable by anybody.</summary>
public sealed class DossierBundleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Awb 3:40: what one member wrote as an answer is the board's own until it goes out.</summary>
    [Fact]
    public async Task An_answer_that_only_one_member_signed_is_not_in_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        await ACase.DoneAsync(@case.ProposeRetakeAnswerAsync(false, "INTERN CONCEPT"));
        await ACase.DoneAsync(@case.LodgeAppealAsync());
        using var zip = await BundleAsync(portal, @case);
        Assert.DoesNotContain("INTERN CONCEPT", await ReadAsync(zip, "timeline.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_document_is_in_it_with_the_hash_that_the_index_names()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Settlement);
        await using var _ = portal;

        using var zip = await BundleAsync(portal, @case);

        var index = JsonNode.Parse(await ReadAsync(zip, "index.json"))!;
        var named = index["files"]!.AsArray().ToDictionary(file => file!["name"]!.GetValue<string>(), file => file!["sha256"]!.GetValue<string>());
        Assert.Equal(named.Keys.Append("index.json").Order(StringComparer.Ordinal), zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        foreach (var (name, sha256) in named) Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(await BytesAsync(zip, name))));

        // The letters and the report are the bytes that were sent and signed, not printed anew.
        var letters = await portal.ReadAsync(db => db.Letters.Select(letter => letter.Sha256).ToListAsync(Ct));
        Assert.Subset(named.Values.ToHashSet(), letters.ToHashSet());
        Assert.Contains(await portal.ReadAsync(db => db.ProcessenVerbaal.Select(report => report.Sha256!).SingleAsync(Ct)), named.Values);
        Assert.Superset(new HashSet<string>(["proces-verbaal.pdf", "investigation.txt", "view.txt", "decision.json", "appeals.json", "timeline.txt"]), named.Keys.ToHashSet());
        Assert.Contains("Het besluit is onzorgvuldig.", await ReadAsync(zip, "timeline.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_no_longer_stands_is_in_it_too()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Annulled);
        await using var _ = portal;
        await ACase.DoneAsync(@case.HearAgainAsync());

        using var zip = await BundleAsync(portal, @case);

        Assert.Contains(Drafts.ForUniversity.Reasons, JsonNode.Parse(await ReadAsync(zip, "earlier-decisions/01.json"))!["decision"]!["reasons"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(zip.GetEntry("decision.json"));
        Assert.Null(zip.GetEntry("view.txt"));
    }

    /// <summary>AP-DOEL-2: what leaves the portal names what it leaves for, and without an appeal there is nothing to name.</summary>
    [Theory]
    [InlineData(Stage.Notified, null)]
    [InlineData(Stage.AppealLodged, "WHW 7.61 lid 3")]
    [InlineData(Stage.FurtherAppeal, "WHW 7.64; Awb 8:42")]
    public async Task It_is_made_for_the_body_that_decides_on_the_appeal(Stage stage, string? purpose)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email("beroep"));
        using var answer = await visitor.GetAsync(Links.Dossier((await @case.NowAsync()).Number));
        var told = await portal.ReadAsync(db => db.AuditRows.Where(row => row.Action == "dossier.export").Join(db.AuditDetails, row => row.Seq, detail => detail.Seq, (_, detail) => detail.Text).ToListAsync(Ct));
        if (purpose is null)
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("geen beroep ingesteld", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            Assert.Empty(told);
            return;
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(purpose, JsonNode.Parse(Assert.Single(told))!["purpose"]!.GetValue<string>());
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.Equal(purpose, JsonNode.Parse(await ReadAsync(zip, "index.json"))!["purpose"]!.GetValue<string>());
    }

    /// <summary>One damaged letter keeps back no other document, and is named where everybody looks first.</summary>
    [Fact]
    public async Task What_is_damaged_is_named_and_everything_else_is_there()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Settlement);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Files SET Content = x'00' WHERE Sha256 = (SELECT Sha256 FROM Letters WHERE Kind = 'IrregularityUniversity')");

        using var zip = await BundleAsync(portal, @case);

        var index = JsonNode.Parse(await ReadAsync(zip, "index.json"))!;
        var damaged = Assert.Single(index["damaged"]!.AsArray())!.GetValue<string>();
        Assert.EndsWith("-IrregularityUniversity.pdf", damaged, StringComparison.Ordinal);
        Assert.Null(zip.GetEntry(damaged));
        Assert.Contains("beschadigd", await ReadAsync(zip, $"{damaged}.txt"), StringComparison.Ordinal);
        Assert.NotNull(zip.GetEntry("proces-verbaal.pdf"));
    }

    private static async Task<ZipArchive> BundleAsync(APortal portal, ACase @case) =>
        new((await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("beroep").Id, file => DossierBundle.OfAsync(file, portal.Get<AttachmentFiles>(), Ct), Ct))!);

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string name)
    {
        using var content = new MemoryStream();
        await using var entry = await zip.GetEntry(name)!.OpenAsync(Ct);
        await entry.CopyToAsync(content, Ct);
        return content.ToArray();
    }

    private static async Task<string> ReadAsync(ZipArchive zip, string name) => System.Text.Encoding.UTF8.GetString(await BytesAsync(zip, name));
}
