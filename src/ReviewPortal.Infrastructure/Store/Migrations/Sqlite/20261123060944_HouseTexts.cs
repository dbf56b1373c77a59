using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HouseTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "HouseTexts",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HouseTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Faculty = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    Upon = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Logo = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedByName = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    InForceAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseTexts", x => x.Id);
                    table.CheckConstraint("CK_InForceWithNumber", "(\"Number\" IS NULL) = (\"InForceAt\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_HouseTexts_Files_Logo",
                        column: x => x.Logo,
                        principalTable: "Files",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HouseTexts_Faculty_Number",
                table: "HouseTexts",
                columns: new[] { "Faculty", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HouseTexts_Logo",
                table: "HouseTexts",
                column: "Logo");

            migrationBuilder.CreateIndex(
                name: "IX_WrittenOnce",
                table: "HouseTexts",
                column: "Faculty",
                unique: true,
                filter: "\"Number\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HouseTexts");

            migrationBuilder.DropColumn(
                name: "HouseTexts",
                table: "Letters");
        }
    }
}
