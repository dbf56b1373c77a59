namespace ReviewPortal.Web.Features.Necessity;

/// <summary>Marks the texts of the pages on requests for a special facility.</summary>
public sealed class FacilityPageTexts;
