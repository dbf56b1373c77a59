using System.Collections.Immutable;
using System.Text;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Rosters;

namespace ReviewPortal.Web.Tests.Import.Rosters;

/// <summary>Rosters as institutions have them: three formats, four encodings, four separators, and bad lines among the good.</summary>
public sealed class RosterReaderTests
{
    private const string Header = "Studentnummer;Toetscode;Voornaam;Tussenvoegsel;Achternaam;E-mail;Extra tijd;Voorzieningen;Aanwezig\r\n";
    private const string Quoted = "\"very.unusual.@.but valid.nonetheless\"@example.com";

    [Theory]
    [InlineData("孝慈", "xiaoci@example.com")]
    [InlineData("Mërgim Lukáš", "maarten.'t.hart@uniharderwijk.nl")]
    [InlineData("Þrúður", Quoted)]
    public void Names_addresses_and_leading_zeros_come_through_in_every_format(string name, string email)
    {
        var csv = Read($"{Header}0012345;T-1;{name};;;\"{email.Replace("\"", "\"\"", StringComparison.Ordinal)}\";PT20M;;\r\n");
        var five = Read($$$"""{"items":[{"associationId":"a","role":"student","person":{"primaryCode":{"codeType":"student_number","code":"0012345"},"displayName":{{{Json(name)}}},"mail":{{{Json(email)}}}},"offering":{"primaryCode":{"codeType":"identifier","code":"T-1"}},"consumers":[{"consumerKey":"x","extraDuration":"PT20M"}]}]}""");
        var six = Read($$$"""[{"associationId":"a","extraDuration":"PT20M","person":{"primaryCode":{"codeType":"studentNumber","code":"0012345"},"givenName":{{{Json(name)}}},"surname":"","email":{{{Json(email)}}}},"testComponentOffering":{"primaryCode":{"code":"T-1"}},"consumer":{}}]""");
        Assert.Equal([RosterFormat.Roster, RosterFormat.OoApi, RosterFormat.OeApi], new[] { csv.Format, five.Format, six.Format });
        Assert.All([csv, five, six], roster => Assert.Equal(new EnrolledCandidate("T-1", "0012345") { Name = name, Email = email, ExtraMinutes = 20 }, Assert.Single(roster.Candidates)));
        Assert.All([csv, five, six], roster => Assert.Equal(0, roster.Problems.Count));
    }

    [Fact]
    public void A_prefix_stands_between_given_name_and_surname()
    {
        Assert.Equal("Wietske van der Meulen", Assert.Single(Read(Header + "1;T;Wietske;van der;Meulen;;;;").Candidates).Name);
        Assert.Equal("Maartje van Damme", Assert.Single(Read("""[{"associationId":"a","person":{"primaryCode":{"code":"s1"},"givenName":"Martina","preferredName":"Maartje","surnamePrefix":"van","surname":"Damme"},"offering":{"primaryCode":{"code":"T"}}}]""").Candidates).Name);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16-bom", "utf-16BE", "utf-16BE-bom", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_told_by_the_bytes(string name)
    {
        var encoding = name.Replace("-bom", "", StringComparison.Ordinal) is "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name.Replace("-bom", "", StringComparison.Ordinal));
        byte[] bytes = [.. name.EndsWith("-bom", StringComparison.Ordinal) ? encoding.GetPreamble() : [], .. encoding.GetBytes(Header + "0012345;T-1;Zoë;;Ğ".Replace("Ğ", "Müller", StringComparison.Ordinal) + ";;;;\r\n")];
        Assert.Equal("Zoë Müller", Assert.Single(Assert.IsType<Roster>(Reader.Read(bytes, "r.csv", null)).Candidates).Name);
    }

    [Theory]
    [InlineData(';', "studentnummer", "toets", "naam")]
    [InlineData(',', "Student Number", "Exam code", "Name")]
    [InlineData('\t', "student_number", "exam", "display_name")]
    [InlineData('|', "STUDENTNR", "TOETSCODE", "NAAM")]
    public void The_separator_and_the_language_of_the_header_are_told_by_the_header(char separator, string number, string exam, string name)
    {
        var roster = Read(string.Join(separator, number, exam, name) + "\n" + string.Join(separator, "0000001", "T-1", "\"Hart, 't; Maarten\"") + "\n\n");
        Assert.Equal(new EnrolledCandidate("T-1", "0000001") { Name = "Hart, 't; Maarten" }, Assert.Single(roster.Candidates));
    }

    [Fact]
    public void Every_bad_line_is_told_with_its_number_and_the_good_ones_are_taken()
    {
        var roster = Read($"{Header}0000001;T-1;;;;;;;\r\n;T-1;;;;;;;\r\n4,127E+05;T-1;;;;;;;\r\n0000002;;;;;;;;\r\n0000003;T-1;;;;nobody;;;\r\n0000004;T-1;;;;;veel;;\r\n0000005;T-1;\"over\r\ntwee regels\";;;;;;misschien\r\n0000001;T-1;Ander;;;;;;\r\n0000001;T-1;;;;;;;\r\n0000006;T-1;;;;;-5;;\r\n0000007;T-1;\"open;;;;;;\r\n");
        Assert.Equal(["0000001"], roster.Candidates.Select(item => item.StudentNumber));
        Assert.Equal(
            [(3L, RosterFault.NoStudentNumber), (4L, RosterFault.BadStudentNumber), (5L, RosterFault.NoExam), (6L, RosterFault.BadEmail), (7L, RosterFault.BadDuration), (8L, RosterFault.BadAttendance), (10L, RosterFault.SaidTwice), (12L, RosterFault.BadDuration), (13L, RosterFault.OpenQuotation)],
            roster.Problems.Told.Select(problem => (problem.Line!.Value, problem.Fault)));
        Assert.Equal(9, roster.Problems.Count);
        Assert.All(Enum.GetValues<RosterFault>(), fault => Assert.All(new[] { Language.Dutch, Language.English }, language =>
        {
            var sentence = new RosterProblem(fault, 7, "", "x").Sentence(language);
            Assert.StartsWith(language is Language.Dutch ? "regel 7: " : "line 7: ", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        }));
    }

    [Fact]
    public void In_json_a_bad_entry_is_told_by_its_place()
    {
        var roster = Read("""{"items":[{"associationId":"a","person":"p-1","offering":{}},7,{"associationId":"b","role":"lecturer","person":{}},{"associationId":"c","person":{"primaryCode":{"code":"1"}},"offering":"x"},{"associationId":"d","extraDuration":"P1Y","person":{"primaryCode":{"code":"2"}},"offering":{"primaryCode":{"code":"T"}}}]}""");
        Assert.Equal([("items[0].person", RosterFault.NoPerson), ("items[1]", RosterFault.NotAnObject), ("items[3]", RosterFault.NoExam), ("items[4]", RosterFault.BadDuration)], roster.Problems.Told.Select(problem => (problem.Place, problem.Fault)));
        Assert.Empty(roster.Candidates);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("PT20M", 20)]
    [InlineData("PT1H30M", 90)]
    [InlineData("PT90S", 2)]
    [InlineData("30", 30)]
    [InlineData("30 min.", 30)]
    public void Extra_time_is_told_in_minutes(string text, int minutes) => Assert.Equal(minutes, Assert.Single(Read($"{Header}1;T;;;;;{text};;").Candidates).ExtraMinutes);

    [Fact]
    public void Of_a_provision_only_what_a_reviewer_meets_is_kept_and_of_a_result_nothing()
    {
        var roster = Read("""
            [{"associationId":"a","person":{"primaryCode":{"code":"1"}},"offering":{"primaryCode":{"code":"T"}},"attendance":"present","irregularities":["left the room"],
              "requiredPersonalNeeds":[["extra_time"],"extra_breaks","earplugs","separate_room","dyslexia","epilepsy_protocol"],"result":{"final":true,"score":"9.5","comment":"brilliant"}}]
            """);
        var candidate = Assert.Single(roster.Candidates);
        Assert.Equal([Allowance.ExtraBreaks, Allowance.Earplugs], candidate.Allowances);
        Assert.Equal((3, 1, Attendance.Present), (roster.LeftOut, roster.Irregularities, candidate.Attendance));
        Assert.DoesNotContain("9.5", roster.ToString() + candidate, StringComparison.Ordinal);
        Assert.DoesNotContain("dyslexia", roster.ToString() + candidate, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Event Type,Message,Value,Client Time (UTC),Server Time (UTC)\nx,y,z,a,b")]
    [InlineData("""{"schema":"reviewportal.bundle/1"}""")]
    [InlineData("""{"status":"passed","comments":[]}""")]
    [InlineData("""{"items":[]}""")]
    [InlineData("{broken")]
    [InlineData("naam;adres\nA;B")]
    public void What_is_no_roster_is_left_to_others(string text) => Assert.Null(Reader.Read(Encoding.UTF8.GetBytes(text), "x", null));

    [Fact]
    public void What_is_said_to_be_a_roster_is_read_as_one_or_refused()
    {
        Assert.Equal(RosterFault.NoColumns, Assert.Single(Assert.IsType<Roster>(Reader.Read("naam;adres\nA;B"u8.ToArray(), "x", RosterFormat.Roster)).Problems.Told).Fault);
        Assert.Equal(RefusalReason.BadJson, Assert.IsType<DeliveryRefusal>(Reader.Read("{broken"u8.ToArray(), "x", RosterFormat.OoApi)).Reason);
        Assert.Equal(RosterFormat.OeApi, Assert.IsType<Roster>(Reader.Read("[]"u8.ToArray(), "x", RosterFormat.OeApi)).Format);
    }

    [Fact]
    public void Too_many_candidates_are_refused_and_too_many_bad_lines_are_only_counted()
    {
        var few = new RosterReader(new RosterLimits { Candidates = 2, Problems = 2 });
        Assert.IsType<DeliveryRefusal>(few.Read(Encoding.UTF8.GetBytes(Header + "1;T;;;;;;;\n2;T;;;;;;;\n3;T;;;;;;;\n"), "r", null));
        var bad = Assert.IsType<Roster>(few.Read(Encoding.UTF8.GetBytes(Header + ";T;;;;;;;\n;T;;;;;;;\n;T;;;;;;;\n"), "r", null)).Problems;
        Assert.Equal((2, 3), (bad.Told.Length, bad.Count));
    }

    internal static RosterReader Reader { get; } = new(new RosterLimits());

    private static Roster Read(string text) => Assert.IsType<Roster>(Reader.Read(Encoding.UTF8.GetBytes(text), "rooster", null));

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
