using System.Text.Json.Nodes;

namespace ReviewPortal.Web.Tests.Commands;

public sealed class TermCommandTests
{
    [Theory]
    [InlineData("settlement", "--received", "2026-12-04", "2026-12-28", "WHW 7.61 para. 3")]
    [InlineData("cbe", "--expired", "2027-02-25", "2027-05-10", "WHW 7.61 para. 4")]
    [InlineData("further-appeal", "--published", "2027-03-24", "2027-05-10", "Awb 6:7, 6:8")]
    [InlineData("board-objection", "--expired", "2026-10-16", "2026-12-28", "WHW 7.63b")]
    [InlineData("notification", "--published", "2026-03-27T17:30", "2026-03-29T18:30:00+02:00", "Awb 2:10 para. 1")]
    [InlineData("notification", "--published", "2026-10-24T17:30:05Z", "2026-10-26T18:30:05+01:00", "Awb 2:10 para. 1")]
    [InlineData("notification", "--published", "2026-10-24T12:30-05:00", "2026-10-26T18:30:00+01:00", "Awb 2:10 para. 1")]
    [InlineData("facility-request", "--exam", "2026-06-15", "2026-05-25", "Protocol, route 1, 3")]
    [InlineData("student-notice", "--exam", "2026-05-29", "2026-05-15", "Protocol, route 2")]
    [InlineData("objection", "--exam", "2026-05-21", "2026-05-12", "Protocol, route 2")]
    public async Task Every_kind_of_term_prints_its_last_day_and_then_its_steps_with_their_source(string kind, string option, string from, string last, string basis)
    {
        var lines = (await PortalProcess.RunAsync(null, "term", kind, option, from)).Succeeded().Out.TrimEnd().Split('\n');
        Assert.Equal(last, lines[0].Trim());
        Assert.True(lines.Length >= 4);
        Assert.All(lines.Skip(1), line => Assert.Matches(@"^  .+ \((Awb|WHW|UU-protocol|Protocol|Algemene termijnenwet)[^()]*\)\s*$", line));
        Assert.EndsWith($"({basis})", lines[^1].TrimEnd(), StringComparison.Ordinal);
    }

    /// <summary>The names that scripts read, and their order.</summary>
    [Fact]
    public async Task The_json_of_an_appeal_keeps_its_shape()
    {
        var json = await JsonAsync("appeal", "--published", "2026-11-20");
        Assert.Equal(["lastDay", "basis", "steps"], json.AsObject().Select(field => field.Key).Take(3));
        Assert.Equal("WHW 7.59a; Awb 6:7, 6:8", Text(json, "basis"));
        Assert.Equal(
            ["published", "firstDay", "endOfWeeks", "rollsOverHoliday", "rollsOverWeekend", "rollsOverWeekend", "lastDay"],
            json["steps"]!.AsArray().Select(step => Text(step, "kind")));
        var holiday = json["steps"]![3]!;
        Assert.Equal(("2027-01-01", "Algemene termijnenwet art. 1 lid 1", "Nieuwjaarsdag"), (Text(holiday, "date"), Text(holiday, "basis"), Text(holiday, "day")));
        Assert.False(json["needsChecking"]!.GetValue<bool>());
        Assert.Null(json["moment"]);
    }

    [Fact]
    public async Task A_term_in_hours_gives_the_moment_too()
    {
        var json = await JsonAsync("notification", "--published", "2026-11-20T16:00");
        Assert.Equal(("2026-11-22", "2026-11-22T16:00:00+01:00"), (Text(json, "lastDay"), Text(json, "moment")));
        Assert.Equal("2026-11-20T16:00:00+01:00", Text(json["steps"]![0], "moment"));
    }

    [Fact]
    public async Task A_year_without_a_decree_is_told_to_people_and_to_scripts()
    {
        Assert.Contains("decree on equated days is not known", (await PortalProcess.RunAsync(null, "term", "appeal", "--published", "2028-12-01")).Succeeded().Out, StringComparison.Ordinal);
        Assert.True((await JsonAsync("appeal", "--published", "2028-12-01"))["needsChecking"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("nl", "Tien weken eindigen op donderdag 6 mei 2027 (WHW 7.61 lid 4)", "Vrijdag 7 mei 2027 is met een feestdag gelijkgesteld")]
    [InlineData("en", "Ten weeks end on Thursday 6 May 2027 (WHW 7.61 lid 4)", "Friday 7 May 2027 is equated with a holiday")]
    public async Task The_steps_are_told_in_the_language_that_is_asked_for(string language, string weeks, string equated)
    {
        var said = (await PortalProcess.RunAsync(null, "term", "cbe", "--expired", "2027-02-25", "--language", language)).Succeeded().Out;
        Assert.Contains(weeks, said, StringComparison.Ordinal);
        Assert.Contains(equated, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("term")]
    [InlineData("term", "no-such-term", "--published", "2026-11-20")]
    [InlineData("term", "settlement", "--published", "2026-11-20")]
    [InlineData("term", "cbe", "--expired", "2026-02-30")]
    [InlineData("term", "objection", "--exam", "1999-12-31")]
    [InlineData("term", "notification", "--published", "2026-11-20")]
    [InlineData("term", "notification", "--published", "2026-11-20T25:00")]
    [InlineData("term", "appeal", "--published", "2026-11-20", "--published", "2026-11-21")]
    [InlineData("term", "appeal", "--published", "2026-11-20", "--language", "de")]
    public async Task Wrong_usage_exits_with_2_and_says_so(params string[] arguments)
    {
        var wrong = await PortalProcess.RunAsync(null, arguments);
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Out));
        Assert.NotEmpty(wrong.Error.Trim());
    }

    private static async Task<JsonNode> JsonAsync(params string[] arguments) => JsonNode.Parse((await PortalProcess.RunAsync(null, ["term", .. arguments, "--json"])).Succeeded().Out)!;

    private static string? Text(JsonNode? node, string field) => node![field]?.GetValue<string>();
}
