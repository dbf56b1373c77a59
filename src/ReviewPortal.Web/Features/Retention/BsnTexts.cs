namespace ReviewPortal.Web.Features.Retention;

/// <summary>The words of the reports of visible citizen service numbers; the texts stand in the resource files beside this one.</summary>
public sealed class BsnTexts;
