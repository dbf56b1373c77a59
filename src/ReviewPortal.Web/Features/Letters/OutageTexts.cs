namespace ReviewPortal.Web.Features.Letters;

/// <summary>The texts of the page of outages.</summary>
public sealed class OutageTexts;
