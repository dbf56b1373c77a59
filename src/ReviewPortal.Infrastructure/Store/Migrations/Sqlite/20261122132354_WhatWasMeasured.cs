using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatWasMeasured : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Damage",
                table: "Recordings",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RecordingFacts",
                columns: table => new
                {
                    Recording = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    MeasuredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MeasuredWith = table.Column<string>(type: "TEXT", nullable: false),
                    End = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Flaws = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Black = table.Column<string>(type: "TEXT", nullable: false),
                    Frozen = table.Column<string>(type: "TEXT", nullable: false),
                    Silent = table.Column<string>(type: "TEXT", nullable: false),
                    Pictures = table.Column<string>(type: "TEXT", nullable: false),
                    PictureFrom = table.Column<double>(type: "REAL", nullable: true),
                    PictureTo = table.Column<double>(type: "REAL", nullable: true),
                    SoundFrom = table.Column<double>(type: "REAL", nullable: true),
                    SoundTo = table.Column<double>(type: "REAL", nullable: true),
                    SoundHeard = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordingFacts", x => x.Recording);
                    table.ForeignKey(
                        name: "FK_RecordingFacts_Recordings_Recording",
                        column: x => x.Recording,
                        principalTable: "Recordings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RecordingFacts");

            migrationBuilder.DropColumn(
                name: "Damage",
                table: "Recordings");
        }
    }
}
