using ReviewPortal.Core.Letters;

namespace ReviewPortal.Web.Ui;

internal static class ReportNames
{
    /// <summary>By what the sentence about this report is found in the texts.</summary>
    public static string Key(this MailReport report) => $"Report.Is.{(report is { Stand: ReportStand.Read, Result: { } result } ? $"{result}" : $"{report.Stand}")}";
}
