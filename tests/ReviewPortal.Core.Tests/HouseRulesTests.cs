using System.Xml.Linq;
using ReviewPortal.Core.Tests.HouseRules;
using ReviewPortal.Core.Tests.Writing;

namespace ReviewPortal.Core.Tests;

/// <summary>House style 16: the rules of the house are tests, and each test has been seen to catch a planted violation.</summary>
public sealed class HouseRulesTests
{
    private const int Long = 200;
    private const int TooLong = 300;

    [Fact]
    public void A_room_looks_back_along_the_flow_and_never_forward()
    {
        var core = SourceFile.Below(LooksBack.Core, ".cs");
        Assert.True(LooksBack.KnowsEveryFolder(core.Select(file => file.FolderBelow(LooksBack.Core)!).Distinct()), "A folder of Core is neither a room nor on the ground floor");
        Holds(core.SelectMany(file => LooksBack.ForwardLooks(file).Select(room => $"{file.Path} looks into {room}")));
    }

    [Theory]
    [InlineData("Decisions/Planted.cs", "using ReviewPortal.Core.Letters;", "Letters")]
    [InlineData("Review/Planted.cs", "namespace ReviewPortal.Core.Review; class Planted { Committee.View? v; }", "Committee")]
    [InlineData("Necessity/Planted.cs", "/// <see cref=\"ReviewPortal.Core.Recordings.Sitting\"/>", "Recordings")]
    [InlineData("Calendar/Planted.cs", "using ReviewPortal.Core.Decisions;", "Decisions")]
    [InlineData("Lifecycle/Planted.cs", "global using static ReviewPortal.Core.Appeals.AppealWindow;", "Appeals")]
    public void A_planted_look_forward_is_caught(string path, string text, string room) => Assert.Equal([room], LooksBack.ForwardLooks(new($"{LooksBack.Core}/{path}", text)));

    [Theory]
    [InlineData("Letters/Planted.cs", "using ReviewPortal.Core.Decisions; using ReviewPortal.Core.Calendar; class Planted { Review.Ground? g; }")]
    [InlineData("Necessity/Planted.cs", "class Planted { string a = matter.Review.ReviewerName; }")]
    public void A_look_back_and_a_property_are_left_alone(string path, string text) => Assert.Empty(LooksBack.ForwardLooks(new($"{LooksBack.Core}/{path}", text)));

    [Fact]
    public void Core_references_nothing_at_all()
    {
        Assert.Empty(ReferencesIn(Repository.Read($"{LooksBack.Core}/ReviewPortal.Core.csproj")));
        Assert.NotEmpty(ReferencesIn("""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Stateless" /></ItemGroup></Project>"""));
        Assert.NotEmpty(ReferencesIn("""<Project Sdk="Microsoft.NET.Sdk.Web"></Project>"""));
    }

    [Fact]
    public void A_feature_never_uses_another_feature() =>
        Holds(Features.SelectMany(file => LooksBack.OtherFeatures(file, TypesByFeature).Select(other => $"{file.Path} uses {other}")));

    [Theory]
    [InlineData("Review/Planted.razor", "@using ReviewPortal.Web.Features.Decisions", "Decisions")]
    [InlineData("Review/Planted.cs", "namespace ReviewPortal.Web.Features.Review; class Planted { Decisions.Decide? d; }", "Decisions")]
    [InlineData("Student/Planted.razor.cs", "var list = new Features.Worklist.CaseLists();", "Worklist")]
    public void A_planted_use_of_another_feature_is_caught(string path, string text, string other) =>
        Assert.Equal([other], LooksBack.OtherFeatures(new($"{LooksBack.Features}/{path}", text), TypesByFeature));

    [Fact]
    public void Types_are_named_after_what_they_are() => Holds(
        SourceFile.Below("src", ".cs", ".razor").Concat(SourceFile.Below("tests", ".cs", ".razor"))
            .SelectMany(file => Names.TypesIn(file).Where(Names.IsJobTitle).Select(type => $"{type} in {file.Path}")));

    [Theory]
    [InlineData("public sealed class CaseService(PortalDbs dbs)", true)]
    [InlineData("internal static partial class DateHelper", true)]
    [InlineData("public abstract record LetterBase;", true)]
    [InlineData("    private readonly record struct StringUtils(int A);", true)]
    [InlineData("public interface ICaseManager", true)]
    [InlineData("internal static class StoreServices", false)]
    [InlineData("/// <summary>What one class of Helper does.</summary>", false)]
    public void A_planted_job_title_is_caught_and_a_list_of_registrations_is_none(string text, bool caught) =>
        Assert.Equal(caught, Names.TypesIn(new("src/Planted.cs", text)).Any(Names.IsJobTitle));

    /// <summary>House style 6. That nobody reads the ambient clock is seen to by the analyzer; this sees to the analyzer.</summary>
    [Fact]
    public void The_ambient_clock_is_banned_by_name_and_a_ban_is_an_error()
    {
        var banned = Repository.Read("src/BannedSymbols.txt");
        Assert.All(
            ["P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow", "M:System.Guid.CreateVersion7;"],
            symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal));

        var build = Repository.Read("src/Directory.Build.props");
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", build, StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.txt", build, StringComparison.Ordinal);
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", build, StringComparison.Ordinal);
        Assert.Contains("../src/Directory.Build.props", Repository.Read("tests/Directory.Build.props"), StringComparison.Ordinal);
    }

    /// <summary>A soft hyphen is no reason: what was filled in is what paper would show.</summary>
    [Fact]
    public void Whether_something_was_written_is_asked_in_one_place()
    {
        var asking = SourceFile.Below("src", ".cs", ".razor").Where(file => file.Text.Contains("IsNullOrWhiteSpace", StringComparison.Ordinal)).Select(file => file.Path.Replace('\\', '/')).ToArray();
        Assert.Contains(asking, path => path.EndsWith("Writing/Inked.cs", StringComparison.Ordinal));
        Holds(asking.Where(path => (path.Contains("ReviewPortal.Core/", StringComparison.Ordinal) || path.Contains("ReviewPortal.Web/", StringComparison.Ordinal))
            && !path.EndsWith("Writing/Inked.cs", StringComparison.Ordinal) && !path.Contains("/Commands/", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_ban_and_no_warning_is_switched_off_for_a_whole_project() => Assert.DoesNotContain(
        Repository.Files("src", ".csproj", ".props", ".targets"), path => SwitchesOff(Repository.Read(path)));

    [Fact]
    public void A_planted_switch_is_caught()
    {
        Assert.True(SwitchesOff("<Project><PropertyGroup><NoWarn>$(NoWarn);RS0030</NoWarn></PropertyGroup></Project>"));
        Assert.True(SwitchesOff("<Project><PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup></Project>"));
    }

    [Fact]
    public void No_page_of_a_feature_is_open_to_strangers()
    {
        Assert.Contains(Features, IsPage);
        Holds(Features.Where(IsPage).Where(IsOpenToStrangers).Select(file => file.Path));
        Assert.True(IsOpenToStrangers(new("Planted.razor", "@page \"/planted\"\n@attribute [AllowAnonymous]")));
        Assert.True(IsOpenToStrangers(new("Planted.razor", "@page \"/planted\"\n@attribute [Microsoft.AspNetCore.Authorization.AllowAnonymous]")));
    }

    [Fact]
    public void Every_text_that_is_read_stands_in_the_resource_file()
    {
        var keys = SourceFile.Below("src", ".razor", ".cs").SelectMany(file => KeysOf(file).Select(key => (file.Path, Key: key))).ToArray();
        // If nothing is found, the finding is broken.
        Assert.True(keys.Length > 500, $"Only {keys.Length} keys were found");
        Holds(keys.Where(item => !item.Key.StandsIn(KeysIn(item.Key.Marker))).Select(item => $"{item.Path}: {item.Key.Marker} has no “{item.Key.Key}”{(item.Key.IsPrefix ? "…" : "")}"));
    }

    [Theory]
    [InlineData("<p title=\"@Texts[\"NoSuchKey\"]\">", true)]
    [InlineData("@Texts[_on ? \"Save\" : \"NoSuchKey\"]", true)]
    [InlineData("@Texts[\"NoSuchPrefix.\" + State]", true)]
    [InlineData("@Texts[$\"NoSuchPrefix.{State}\", 3]", true)]
    [InlineData("@Texts[\"Theme.\" + (_dark ? \"NoSuchKey\" : Colour)]", true)]
    [InlineData("@Texts[\"Theme.\" + (_dark ? \"dark\" : Colour)]", false)]
    [InlineData("@Texts[\"Theme.\" + Colour] @Texts[\"DaysLeft.Many\", _days[\"NoSuchKey\"]]", false)]
    public void A_planted_key_that_stands_nowhere_is_caught(string markup, bool caught)
    {
        var planted = new SourceFile("src/Planted.razor", "@inject IStringLocalizer<UiTexts> Texts\n" + markup);
        Assert.Equal(caught, TextKeys.In(planted, markup: null).Any(key => !key.StandsIn(KeysIn(key.Marker))));
    }

    [Fact]
    public void No_file_is_so_long_that_a_noun_must_be_missing()
    {
        var lengths = SourceFile.Below("src", ".cs", ".razor", ".js", ".css").Concat(SourceFile.Below("tests", ".cs", ".razor")).Concat(SourceFile.Below("samples/generator", ".mjs"))
            .Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal) && !file.Path.Contains("/_framework/", StringComparison.Ordinal))
            .Select(file => (file.Path, Lines: file.Text.Count(character => character is '\n')))
            .ToArray();
        foreach (var (path, lines) in lengths.Where(file => file.Lines > Long)) TestContext.Current.AddWarning($"{path} has {lines} lines");
        Holds(lengths.Where(file => file.Lines > TooLong).Select(file => $"{file.Path} has {file.Lines} lines"));
        Assert.Contains(lengths, file => file.Lines > 100);
    }

    [Fact]
    public void No_file_tells_on_whose_machine_it_was_made() => Holds(
        Repository.TrackedFiles().Where(Traces.IsText).SelectMany(path => Traces.In(Repository.Read(path)).Select(trace => $"{path}: {trace}")));

    [Theory]
    [InlineData("see /{0}/main/x for it", "work")]
    [InlineData("\"/{0}/.nuget\"", "root")]
    [InlineData("https://{0}.npmjs.org/a.tgz", "registry")]
    [InlineData("http://packages.build.{0}/v3", "internal")]
    [InlineData("http://10.{0}.0.7:8081/", "0")]
    public void A_planted_trace_is_caught(string text, string piece) => Assert.Single(Traces.In(text.Replace("{0}", piece, StringComparison.Ordinal)));

    [Theory]
    [InlineData("https://www.w3.org/ns http://127.0.0.1:5000 https://toets.uni.example/work/1 src/root/x ../home/y")]
    public void An_ordinary_address_is_left_alone(string text) => Assert.Empty(Traces.In(text));

    private static void Holds(IEnumerable<string> violations)
    {
        if (violations.ToArray() is { Length: > 0 } all) Assert.Fail(string.Join('\n', all));
    }

    private static IReadOnlyList<SourceFile> Features { get; } = SourceFile.Below(LooksBack.Features, ".razor", ".cs");

    private static ILookup<string, string> TypesByFeature { get; } = Features
        .Where(file => file.FolderBelow(LooksBack.Features) is not null)
        .SelectMany(file => Names.TypesIn(file).Select(type => (Feature: file.FolderBelow(LooksBack.Features)!, type)))
        .ToLookup(pair => pair.Feature, pair => pair.type);

    private static IEnumerable<TextKey> KeysOf(SourceFile file) =>
        TextKeys.In(file, file.Path.EndsWith(".razor.cs", StringComparison.Ordinal) && File.Exists(Path.Combine(Repository.Root, file.Path[..^3])) ? new(file.Path[..^3], Repository.Read(file.Path[..^3])) : null);

    private static readonly Dictionary<string, string[]> Known = ResourceFiles.Dutch.ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => ResourceFiles.Read(path).Select(text => text.Key).ToArray());

    private static string[] KeysIn(string marker) => Known.GetValueOrDefault(marker) ?? [];

    private static bool IsPage(SourceFile file) => file.Text.StartsWith("@page ", StringComparison.Ordinal) || file.Text.Contains("\n@page ", StringComparison.Ordinal);

    private static bool IsOpenToStrangers(SourceFile file) => file.Text.Contains("AllowAnonymous", StringComparison.Ordinal);

    private static bool SwitchesOff(string project) =>
        XDocument.Parse(project).Descendants().Any(element => element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors" || (element.Name.LocalName is "TreatWarningsAsErrors" && element.Value is not "true"));

    private static IEnumerable<string> ReferencesIn(string project)
    {
        var root = XDocument.Parse(project).Root!;
        if (root.Attribute("Sdk")?.Value is not "Microsoft.NET.Sdk") yield return "another kit than the plain one";
        foreach (var element in root.Descendants().Where(element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal) || element.Name.LocalName is "Import" or "Using")) yield return element.ToString();
    }
}
