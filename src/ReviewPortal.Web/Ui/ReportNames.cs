using System.Collections.Immutable;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Web.Ui;

internal static class ReportNames
{
    /// <summary>Of those that wait for one answer the newest, and first what says that the e-mail did not arrive.</summary>
    /// <param name="reports">The oldest first; at least one.</param>
    public static MailReport ToShow(this ImmutableArray<MailReport> reports) => reports.LastOrDefault(report => report.IsFailure) ?? reports[^1];

    /// <summary>By what the sentence about this report is found in the texts.</summary>
    public static string Key(this MailReport report) => $"Report.Is.{(report is { Stand: ReportStand.Read, Result: { } result } ? $"{result}" : $"{report.Stand}")}";
}
