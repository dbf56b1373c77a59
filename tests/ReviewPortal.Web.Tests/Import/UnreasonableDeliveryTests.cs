using System.Text;
using System.Text.Json.Nodes;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Web.Tests.Commands;

namespace ReviewPortal.Web.Tests.Import;

/// <summary>Deliveries that are well formed and yet cannot be meant: each is refused with a sentence, and the next one is looked at.</summary>
public sealed class UnreasonableDeliveryTests : IDisposable
{
    private readonly TempBundle _bundle = new();

    public void Dispose() => _bundle.Dispose();

    [Theory]
    [InlineData("\"externalIds\":{\"\\ud800\":\"x\"}")]
    [InlineData("\"externalIds\":{},\"\\ud800\":1")]
    [InlineData("\"externalIds\":{},\"a\":{\"b\":[{\"\\udc00\":1}]}")]
    public async Task Half_a_surrogate_in_a_name_of_the_manifest_is_no_json(string fields)
    {
        _bundle.Manifest["externalIds"] = 0;
        var manifest = _bundle.Manifest.ToJsonString().Replace("\"externalIds\":0", "\n\n" + fields, StringComparison.Ordinal);
        _bundle.ManifestBytes = Encoding.UTF8.GetBytes(manifest);
        Assert.Equal((RefusalReason.BadJson, "manifest.json", 3), Place(await ReadAsync()));
    }

    [Fact]
    public async Task A_manifest_that_is_no_utf8_is_no_json()
    {
        _bundle.Manifest["colour"] = "e-acute";
        _bundle.ManifestBytes = Encoding.Latin1.GetBytes(_bundle.Manifest.ToJsonString().Replace("e-acute", "é", StringComparison.Ordinal));
        Assert.Equal((RefusalReason.BadJson, "manifest.json", 1), Place(await ReadAsync()));
    }

    [Theory]
    [InlineData("\"data\":{\"a\":\"\u00ff\u00fe\"}")]
    [InlineData("\"text\":\"\u00ff\"")]
    [InlineData("\"\u00ff\":1")]
    [InlineData("\"\\ud800\":1")]
    [InlineData("\"data\":{\"\\ud800\":\"x\"}")]
    public async Task Nor_is_a_line_of_events_with_either(string field)
    {
        _bundle.Files["events.jsonl"] = Encoding.Latin1.GetBytes("\n{\"at\":1,\"source\":\"browser\",\"kind\":\"k\"," + field + "}\n");
        Assert.Equal((RefusalReason.BadJson, "events.jsonl", 2), Place(await ReadAsync()));
    }

    [Theory]
    [InlineData("title", "exam")]
    [InlineData("code", "exam")]
    [InlineData("pseudonym", "candidate")]
    [InlineData("studentNumber", "candidate")]
    public async Task A_name_is_short_and_holds_nothing_that_cannot_be_seen(string field, string of)
    {
        var owner = _bundle.Manifest[of]!;
        owner[field] = new string('x', 501);
        Assert.Equal(RefusalReason.TextTooLong, (await ReadAsync()).Reason);
        foreach (var hidden in (string[])["A\0B", "\u202eC-4701\u202c", "A\u2066B", "\t=1+1", "C\u200b-4701", "C\u00ad-4701", "C-4701\U000e0041"])
        {
            owner[field] = hidden;
            Assert.Equal(RefusalReason.HiddenCharacter, (await ReadAsync()).Reason);
        }

        owner[field] = new string('é', 500);
        Assert.IsType<Delivery>(await TempBundle.ReadAsync(_bundle.AsFolder())).Dispose();
    }

    [Theory]
    [InlineData("2026-11-02T09:00:00Z", "2026-11-02T09:00:00Z", RefusalReason.ImplausibleSitting)]
    [InlineData("2026-11-02T09:00:00Z", "2026-11-03T09:00:01Z", RefusalReason.ImplausibleSitting)]
    [InlineData("1999-12-31T09:00:00Z", "1999-12-31T10:00:00Z", RefusalReason.ImplausibleYear)]
    [InlineData("2026-11-02T09:00:00Z", "2101-01-01T00:00:00Z", RefusalReason.ImplausibleYear)]
    [InlineData("0001-01-01T00:00:00+14:00", "0001-01-01T01:00:00+14:00", RefusalReason.WrongField)]
    public async Task A_sitting_takes_some_time_and_no_more_than_a_day_of_this_age(string start, string end, RefusalReason reason)
    {
        (_bundle.Manifest["start"], _bundle.Manifest["end"]) = (start, end);
        Assert.Equal(reason, (await ReadAsync()).Reason);
    }

    [Theory]
    [InlineData("2026-11-02T08:59:59+01:00", "2026-11-02T10:05:00+01:00")]
    [InlineData("2026-11-02T10:00:00+01:00", "2026-11-02T11:00:01+01:00")]
    public async Task A_break_lies_within_the_exam(string from, string to)
    {
        _bundle.Manifest["exam"]!["breaks"] = new JsonArray(new JsonObject { ["from"] = from, ["to"] = to });
        Assert.Equal(RefusalReason.BreakOutsideExam, (await ReadAsync()).Reason);
    }

    [Theory]
    [InlineData("events.jsonl", "mkfifo")]
    [InlineData("chat.jsonl", "mkfifo")]
    [InlineData("manifest.json", "mkfifo")]
    [InlineData("events.jsonl", "mkdir")]
    public async Task What_is_no_regular_file_is_not_read(string file, string make)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes with a name in a folder there");
        var folder = _bundle.AsFolder();
        File.Delete(Path.Combine(folder, file));
        Assert.Equal(0, Tool.Run(make, Path.Combine(folder, file)).ExitCode);
        Assert.Equal((RefusalReason.NotAFile, file, null), Place(await TempBundle.RefusalAsync(folder)));
    }

    [Fact]
    public async Task An_empty_list_of_events_is_a_file_like_any_other()
    {
        _bundle.Files["events.jsonl"] = [];
        using var delivery = Assert.IsType<Delivery>(await TempBundle.ReadAsync(_bundle.AsFolder()));
        Assert.Empty(delivery.Signals);
    }

    [Fact]
    public async Task The_command_goes_on_with_the_next_delivery()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        _bundle.Files["events.jsonl"] = [.. "{\"at\":1,\"source\":\"browser\",\"kind\":\"k\",\"data\":{\"a\":\""u8, 0xff, .. "\"}}"u8];
        using var good = ADelivery.Of();

        var import = await PortalProcess.RunAsync(portal.Folder, "import", _bundle.AsFolder(), good.AsFolder());

        Assert.Equal(1, import.ExitCode);
        Assert.Contains("events.jsonl, line 1: this is not valid JSON", import.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", import.Error, StringComparison.Ordinal);
        Assert.Contains("taken in as case 2026-0001", import.Out, StringComparison.Ordinal);
    }

    private Task<DeliveryRefusal> ReadAsync() => TempBundle.RefusalAsync(_bundle.AsFolder());

    private static (RefusalReason Reason, string File, long? Line) Place(DeliveryRefusal refusal) => (refusal.Reason, refusal.File, refusal.Line);
}
