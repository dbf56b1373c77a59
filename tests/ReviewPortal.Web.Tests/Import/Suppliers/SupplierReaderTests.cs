using System.Text.Json;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Import.Suppliers;

namespace ReviewPortal.Web.Tests.Import.Suppliers;

/// <summary>Every format is told by its content, and read as signals: with supplier, version and what came, and without a verdict.</summary>
public sealed class SupplierReaderTests
{
    public static TheoryData<string> Names() => [.. SupplierFiles.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_format_is_told_by_its_content_and_by_its_name(string name)
    {
        var (_, format, text) = SupplierFiles.All.Single(file => file.Name == name);
        foreach (var report in SupplierFiles.Reports("\ufeff" + text).Concat(SupplierFiles.Reports(text, format))) Assert.Equal(format, report.Format);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_signal_keeps_who_said_it_and_what_came(string name)
    {
        var reports = SupplierFiles.Reports(SupplierFiles.All.Single(file => file.Name == name).Text);
        Assert.NotEmpty(reports.SelectMany(report => report.Signals));
        foreach (var signal in reports.SelectMany(report => report.Signals))
        {
            using var data = JsonDocument.Parse(signal.Data);
            Assert.All(["supplier", "version"], field => Assert.NotEmpty(data.RootElement.GetProperty(field).GetString()!));
            Assert.True(data.RootElement.EnumerateObject().Count() > 2, "Nothing of what came is kept");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_part_about_one_sitting_can_be_read_again_by_itself(string name)
    {
        var (_, format, text) = SupplierFiles.All.Single(file => file.Name == name);
        foreach (var report in SupplierFiles.Reports(text))
        {
            var again = Assert.Single(Assert.IsType<SupplierDelivery>(SupplierFiles.Read(report.Content.ToArray(), format)).Reports);
            Assert.Equal(report.Sha256, again.Sha256);
            Assert.Equal(report.Ids, again.Ids);
            Assert.Equal(report.Signals.Select(signal => (signal.Kind, signal.Text, signal.Moment, signal.Seconds)), again.Signals.Select(signal => (signal.Kind, signal.Text, signal.Moment, signal.Seconds)));
        }
    }

    [Fact]
    public void Edx_comments_have_seconds_and_any_status()
    {
        var report = Assert.Single(SupplierFiles.Reports(SupplierFiles.Edx));
        Assert.Equal([("review", "suspicious", null), ("Suspicious", "Looks aside", 62.0), ("a status of their own", "Somebody talks", 120.5)], report.Signals.Select(signal => (signal.Kind, signal.Text, signal.Seconds)));
        Assert.Equal([new SupplierId("edx", "3e0d5c2a-c-4701")], report.Ids);
    }

    [Theory]
    [InlineData("passed")]
    [InlineData("not_reviewed")]
    public void A_review_without_remarks_is_no_signal(string status) =>
        Assert.Empty(Assert.Single(SupplierFiles.Reports($$"""{"status":"{{status}}","comments":[]}""")).Signals);

    /// <summary>In practice the duration repeats eventFinish; the date has two blanks and no zone, and truth is written as a text.</summary>
    [Fact]
    public void RpNow_counts_by_the_beginning_of_an_event()
    {
        var report = Assert.Single(SupplierFiles.Reports(SupplierFiles.RpNow));
        Assert.Equal([null, null, 12.0, 796.0], report.Signals.Select(signal => signal.Seconds));
        Assert.DoesNotContain(report.Signals, signal => signal.Data.Contains("iVBOR", StringComparison.Ordinal));
        Assert.Contains(new SupplierId("edx", "3E0D5C2A-C-4701"), report.Ids);
    }

    [Fact]
    public void ProctorExam_incidents_are_read_as_far_as_they_are_understood_and_kept_whole()
    {
        var reports = SupplierFiles.Reports(SupplierFiles.ProctorExam);
        Assert.Equal([["c-4701", "884705"], ["c-4702", "884706"]], reports.Select(report => report.Ids.Select(id => id.Value).ToArray()));
        var signals = reports[0].Signals;
        Assert.Equal([("review_commentary", "Zie incident 1"), ("noise", "Stemmen op de gang"), ("incident", """{ "zzz": [1, 2] }"""), ("incident", "17")], signals.Select(signal => (signal.Kind, signal.Text)));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 8, 10, 12, 250, TimeSpan.Zero), signals[1].Moment);
        Assert.Contains("zzz", signals[2].Data, StringComparison.Ordinal);
        Assert.Empty(reports[1].Signals);
    }

    [Fact]
    public void Proctorio_gives_shares_of_the_whole_and_a_suspicion_that_is_no_verdict()
    {
        var v3 = Assert.Single(SupplierFiles.Reports(SupplierFiles.Proctorio));
        Assert.Equal([("suspicion", null), ("multiple_faces_detected", 0.125), ("clipboard_detected", 0.03)], v3.Signals.Select(signal => (signal.Kind, signal.Weight)));
        Assert.All(v3.Signals, signal => Assert.True(signal.Seconds is null && signal.Moment is null));
        Assert.Equal("Proctorio V3", v3.Supplier);
        var v2 = Assert.Single(SupplierFiles.Reports(SupplierFiles.ProctorioV2));
        Assert.Equal(("Proctorio V2", 0.4), (v2.Supplier, Assert.Single(v2.Signals).Weight));
    }

    /// <summary>Times without a Z are UTC; of two clocks the server's is used, and both are kept.</summary>
    [Fact]
    public void The_log_of_Safe_Exam_Browser_has_two_clocks()
    {
        var report = Assert.Single(SupplierFiles.Reports(SupplierFiles.SebLog));
        Assert.Equal([(new DateTimeOffset(2026, 11, 2, 8, 5, 12, 250, TimeSpan.Zero), "Started \"notepad\", twice · 1.0"), (new DateTimeOffset(2026, 11, 2, 8, 6, 0, TimeSpan.Zero), "two\nlines · -")], report.Signals.Select(signal => (signal.Moment!.Value, signal.Text)));
        Assert.Contains("\"clientTime\":\"2026-11-02 08:05:10.100\",\"serverTime\":\"2026-11-02 08:05:12.250\",\"timeUsed\":\"server\"", report.Signals[0].Data, StringComparison.Ordinal);
        Assert.Contains("\"timeUsed\":\"client\"", report.Signals[1].Data, StringComparison.Ordinal);
        Assert.Equal(["SEB-4701", "tok-1"], report.Ids.Select(id => id.Value));
    }

    [Fact]
    public void Screenshots_come_out_of_order_with_a_dash_for_nothing_and_without_a_session()
    {
        var report = Assert.Single(SupplierFiles.Reports(SupplierFiles.SebScreens));
        Assert.Equal(["Safari · click", "Formule... · geen adres, https://x.example/a..."], report.Signals.OrderBy(signal => signal.Source).Select(signal => signal.Text).Reverse());
        Assert.Equal(report.Signals.Select(signal => signal.Moment).Order(), report.Signals.Select(signal => signal.Moment));
        Assert.Equal([SignalSource.Website, SignalSource.Application], report.Signals.Select(signal => signal.Source).Order());
        Assert.Empty(Assert.Single(SupplierFiles.Reports("""{"timestamp":1793608512250,"screenProctoringMetadataApplication":"x"}""")).Ids);
    }

    [Theory]
    [InlineData("\"0.2\"", 0.2)]
    [InlineData("1", 1.0)]
    [InlineData("null", null)]
    public void The_severity_of_Lti_is_a_number_or_a_text(string severity, double? weight)
    {
        var signal = Assert.Single(Assert.Single(SupplierFiles.Reports(SupplierFiles.Lti.Replace("\"0.2\"", severity, StringComparison.Ordinal))).Signals);
        Assert.Equal(("terminate", weight), (signal.Kind, signal.Weight));
    }

    [Fact]
    public void A_list_of_Lti_requests_is_a_report_each() => Assert.Equal(2, SupplierFiles.Reports($"[{SupplierFiles.Lti},{SupplierFiles.Lti.Replace("u-1", "u-2", StringComparison.Ordinal)}]").Length);

    [Fact]
    public void Warnings_of_Constructor_outside_its_session_are_refused_one_by_one()
    {
        var report = Assert.Single(SupplierFiles.Reports(SupplierFiles.Constructor));
        Assert.Equal([("conclusion", "negative · See warnings · score 62.5 / 50"), ("A1", "Second face")], report.Signals.Select(signal => (signal.Kind, signal.Text)));
        var refused = SupplierFiles.Refusal(Assert.Single(report.Refused));
        Assert.Equal((Infrastructure.Import.RefusalReason.OutsideItsSession, "warnings[1]"), (refused.Reason, refused.Details[0]));
    }

    [Fact]
    public void A_log_of_several_sessions_is_a_report_each()
    {
        var reports = SupplierFiles.Reports(SupplierFiles.SebLog + "INFO_LOG,Other,-,2026-11-02 08:05:10,2026-11-02 08:05:12,SEB-4702,pc-13,tok-2\n");
        Assert.Equal([["SEB-4701", "tok-1"], ["SEB-4702", "tok-2"]], reports.Select(report => report.Ids.Select(id => id.Value).ToArray()));
        Assert.Equal([2, 1], reports.Select(report => report.Signals.Length));
    }
}
