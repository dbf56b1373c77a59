namespace ReviewPortal.Web.Features.Retention;

/// <summary>The words about the exams for which the retention schedule was adopted; the texts stand in the resource files beside this one.</summary>
public sealed class CoverageTexts;
